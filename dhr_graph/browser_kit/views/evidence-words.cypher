// The words behind each fact of an agency
// Every event of that agency with its exact quote, the passage around it, and the rule that read it.
MATCH (a:Agency)-[v:VERDICT]->(r:Review)
WHERE v.code IN $headline
WITH a, r ORDER BY r.slug, a.name LIMIT 1
MATCH (a)<-[:BY_AGENCY|TO_AGENCY]-(e)<-[:SUPPORTS]-(w:Evidence)-[:IN_PASSAGE]->(p:Passage)-[:IN_DOCUMENT]->(d:Document)
WHERE w.supportsField IS NULL
RETURN e.caption AS fact, w.quote AS quote, p.text AS passage, coalesce(p.label + ' ', '') + '#' + toString(p.ordinal) AS place,
  d.name AS document, w.rule AS rule
ORDER BY document, w.start
