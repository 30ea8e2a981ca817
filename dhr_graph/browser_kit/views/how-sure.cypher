// How much a review can tell
// An executive summary leaves routine sharing out: nothing found in it means little.
MATCH (d:Document)-[:IN_REVIEW]->(r:Review)
WITH r, collect(DISTINCT d.documentKind) AS documents
OPTIONAL MATCH (a:Agency)-[v:VERDICT]->(r)
RETURN r.slug AS review, documents,
  sum(CASE WHEN v.code = 'STATED_NOT_SHARED' THEN 1 ELSE 0 END) AS stated_not_shared,
  sum(CASE WHEN v.code IN $headline AND v.code <> 'STATED_NOT_SHARED' THEN 1 ELSE 0 END) AS none_found,
  sum(CASE WHEN v.code = 'SHARE_POSSIBLE' THEN 1 ELSE 0 END) AS to_be_read
ORDER BY review
