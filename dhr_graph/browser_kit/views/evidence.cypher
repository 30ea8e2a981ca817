// The words behind a fact, as a picture
// From an agency of the headline to the event by which it knew, to the quote, its passage and its document.
MATCH (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH a ORDER BY r.slug, a.name LIMIT 1
MATCH basis = (a)<-[:OF_AGENCY]-(k:Knowledge {knew: true})-[:BASIS_EVENT]->(e)
WHERE NOT EXISTS { (k)-[:OF_RISK]->() }
MATCH words = (e)<-[:SUPPORTS]-(:Evidence)-[:IN_PASSAGE]->(:Passage)-[:IN_DOCUMENT]->(:Document)
RETURN basis, words
