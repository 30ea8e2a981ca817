// One review: the death, the people, the risk
// The first review in the database. For another, add {slug: 'its-slug'} to the first line.
MATCH (r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH (member)-[:IN_REVIEW]->(r)
WHERE member:Person OR member:Risk OR member:Death OR member:Document
OPTIONAL MATCH link = (member)-[:VICTIM|PERSON_AT_RISK|PERSON_POSING_RISK]->(:Person)
RETURN r, member, link
