// Who shared with whom
// The first review that tells of sharing between two bodies. Thick lines are derived: one for all shares of a pair.
MATCH (:Body)-[:SHARED_WITH]->(:Body)-[:IN_REVIEW]->(r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH shared = (:Body)-[:SHARED_WITH]->(:Body)-[:IN_REVIEW]->(r)
RETURN [body IN nodes(shared) WHERE body:Body] AS bodies, relationships(shared)[0] AS shared
