// Across reviews: what each kind of agency knew and shared
// Counts of verdicts; "none found" is not "did not". A small number of reviews says little.
MATCH (a:Agency)-[v:VERDICT]->(r:Review)
RETURN a.agencyType AS kind_of_agency, count(DISTINCT r) AS reviews, count(*) AS agencies,
  sum(CASE WHEN EXISTS { (a)-[:KNEW_OF]->(r) } THEN 1 ELSE 0 END) AS knew,
  sum(CASE WHEN v.code STARTS WITH 'SHARED' THEN 1 ELSE 0 END) AS shared,
  sum(CASE WHEN v.code IN $headline THEN 1 ELSE 0 END) AS none_found_or_stated,
  sum(CASE WHEN v.code = 'SHARE_POSSIBLE' THEN 1 ELSE 0 END) AS to_be_read
ORDER BY agencies DESC, kind_of_agency
