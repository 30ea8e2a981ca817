// recommendations-by-agency
MATCH (rec:Recommendation)-[:IN_REVIEW]->(r:Review)
WHERE $review IS NULL OR r.slug = $review
OPTIONAL MATCH (rec)-[:ADDRESSED_TO]->(a:Body)
WITH r, rec, a, CASE WHEN a IS NULL AND size(coalesce(rec.addressedToText, [])) > 0 THEN rec.addressedToText ELSE [null] END AS printed
UNWIND printed AS words
WITH r, rec, a, coalesce(a.name, words) AS owner
WHERE $agency IS NULL OR toLower(coalesce(owner, '')) CONTAINS toLower($agency)
RETURN owner AS addressed_to, a.id AS agency_id, a.agencyType AS agency_type, r.slug AS review,
  rec.label AS label, rec.level AS level, rec.theme AS theme, rec.text AS text,
  COLLECT { MATCH (rec)-[:HAS_ACTION]->(x:Action) WHERE x.lead IS NOT NULL RETURN DISTINCT x.lead } AS lead,
  COLLECT { MATCH (rec)-[:HAS_ACTION]->(x:Action) WHERE x.targetDate IS NOT NULL RETURN DISTINCT x.targetDate } AS target_date,
  COLLECT { MATCH (rec)-[:HAS_ACTION]->(x:Action) WHERE x.status IS NOT NULL RETURN DISTINCT x.status } AS status,
  rec.id AS recommendation_id
ORDER BY addressed_to, review, label, recommendation_id
