// Who knew of the risk, and whom they told
// The agencies of one review that knew, and whom they told of it. From an agency that stands alone, or that lines only
// lead to, no sharing was found; that is not proof that there was none.
MATCH (:Agency)-[:KNEW_OF]->(r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH (a:Agency)-[:KNEW_OF]->(r)
OPTIONAL MATCH told = (a)-[:SHARED_WITH]->(:Body)
RETURN a, told
