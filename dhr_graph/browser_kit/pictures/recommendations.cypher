// What the review asks for, and of whom
// The first review whose recommendations name an agency; with what the action plan says, where there is one.
MATCH (:Recommendation)-[:ADDRESSED_TO]->(:Body)-[:IN_REVIEW]->(r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH asked = (x:Recommendation)-[:ADDRESSED_TO]->(:Body)-[:IN_REVIEW]->(r)
OPTIONAL MATCH planned = (x)-[:HAS_ACTION]->(:Action)
RETURN nodes(asked)[..2] AS asked, relationships(asked)[0] AS addressed, planned
