// What one agency knew, and what it did
// The agency that learned most often of the risk in the first review. The caption of an event begins with its type and
// its date; lines say who acted and who was told.
MATCH (k:Knowledge {knew: true})-[:IN_REVIEW]->(r:Review), (k)-[:OF_AGENCY]->(a:Agency)
WHERE NOT EXISTS { (k)-[:OF_RISK]->() }
WITH r, k, a, COUNT { (k)-[:DERIVED_FROM]->() } AS often
ORDER BY r.slug, often DESC, a.name LIMIT 1
MATCH (k)-[:DERIVED_FROM]->(e)
WITH a, e ORDER BY e.dateEarliest, e.id LIMIT 15
MATCH part = (e)-[:BY_AGENCY|TO_AGENCY]->(:Body)
RETURN a, part
