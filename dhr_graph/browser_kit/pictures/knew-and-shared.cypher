// Who knew of the risk, and whom they told
// All agencies of one review that knew, the forums they told, and the verdict on each.
MATCH (:Agency)-[:KNEW_OF]->(risk:Risk)-[:IN_REVIEW]->(r:Review)
WITH r, risk ORDER BY r.slug, risk.principal DESC, risk.id LIMIT 1
MATCH known = (a:Agency)-[:KNEW_OF]->(risk)
OPTIONAL MATCH told = (a)-[:SHARED_WITH]->(:Body)
RETURN known, told
