// Across reviews: the same body, and the kinds of agency
// Verdicts that point to a review as a whole. Dark circles, where there are any, are one body in several reviews.
MATCH verdict = (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH verdict, a ORDER BY r.slug, a.name LIMIT 60
OPTIONAL MATCH same = (a)-[:OF_ORGANISATION]->(:Organisation)
RETURN verdict, same
