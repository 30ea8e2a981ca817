// Across reviews: where no onward sharing was found
// The verdicts of the headline, review by review. Dark blue circles, where there are any, are one body in several reviews.
MATCH verdict = (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH verdict, a ORDER BY r.slug, a.name LIMIT 40
OPTIONAL MATCH same = (a)-[:OF_ORGANISATION]->(:Organisation)
RETURN verdict, same
