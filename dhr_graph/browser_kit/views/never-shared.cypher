// Never shared, as a picture
// The agencies of one review that are recorded as knowing of the risk, with no onward sharing found. Each dark red line
// is a verdict, and its words say which. The first review that has such an agency.
MATCH (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH r, collect(a) AS agencies ORDER BY r.slug LIMIT 1
UNWIND agencies AS a
MATCH verdict = (a)-[:VERDICT]->(risk:Risk)
WHERE EXISTS { (a)-[:KNEW_OF]->(risk) }
OPTIONAL MATCH people = (risk)-[:PERSON_AT_RISK|PERSON_POSING_RISK]->(:Person)
RETURN verdict, people
