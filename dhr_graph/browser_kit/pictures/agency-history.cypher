// What one agency knew, and what it did
// The agency that learned most often of the risk in the first review; each event's caption begins with its type and date.
MATCH (r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH (r)<-[:IN_REVIEW]-(k:Knowledge {knew: true})-[:OF_AGENCY]->(a:Agency)
WHERE NOT EXISTS { (k)-[:OF_RISK]->() }
WITH k, a, COUNT { (k)-[:DERIVED_FROM]->() } AS often
ORDER BY often DESC, a.name LIMIT 1
MATCH (k)-[:DERIVED_FROM]->(e)
WITH a, e ORDER BY e.dateEarliest LIMIT 15
MATCH link = (e)-[:BY_AGENCY|TO_AGENCY|TOLD_BY]->()
RETURN a, e, link
