// Never shared, as a picture
// The agencies of one review that are recorded as knowing of the risk, with no onward sharing found; red lines are the
// verdicts. The first review that has such an agency.
MATCH (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH r, collect(a) AS agencies ORDER BY r.slug LIMIT 1
UNWIND agencies AS a
MATCH verdict = (a)-[v:VERDICT]->(risk:Risk)
WHERE v.code IN $headline
OPTIONAL MATCH people = (risk)-[:PERSON_AT_RISK|PERSON_POSING_RISK]->(:Person)
RETURN verdict, people
