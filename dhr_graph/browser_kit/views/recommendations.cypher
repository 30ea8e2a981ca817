// What the review asks for, and of whom
// The first review with an action plan, else the first whose recommendations name an agency.
MATCH (x:Recommendation)-[:ADDRESSED_TO]->(:Body)-[:IN_REVIEW]->(r:Review)
WITH r, EXISTS { (x)-[:HAS_ACTION]->() } AS with_plan
ORDER BY with_plan DESC, r.slug LIMIT 1
MATCH asked = (x:Recommendation)-[:ADDRESSED_TO]->(:Body)
WHERE EXISTS { (x)-[:IN_REVIEW]->(r) }
OPTIONAL MATCH plan = (x)-[:HAS_ACTION]->(:Action)
RETURN asked, plan
