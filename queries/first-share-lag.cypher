// first-share-lag
MATCH (v:Verdict {shared: true})-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review), (k:Knowledge)-[:OF_AGENCY]->(a)
WHERE ($review IS NULL OR r.slug = $review)
  AND v.firstShared IS NOT NULL AND v.firstSharedEdtf IS NOT NULL AND NOT EXISTS { (v)-[:OF_RISK]->() }
  AND k.firstKnown IS NOT NULL AND k.firstKnownEdtf IS NOT NULL AND NOT EXISTS { (k)-[:OF_RISK]->() }
WITH r, a, v, k, duration.inDays(k.firstKnown, v.firstShared).days AS days
WHERE days >= $at_least
OPTIONAL MATCH (k)-[:BASIS_EVENT]->(known:Event|MissedOpportunity)
WITH r, a, v, k, days, known,
  COLLECT {
    MATCH (v)-[:DERIVED_FROM]->(s:InformationShare)-[:BY_AGENCY]->(a)
    WHERE s.dateEdtf = v.firstSharedEdtf AND NOT EXISTS { (s)-[:TO_AGENCY]->(a) }
      AND NOT coalesce(s.outcome, 'unknown') IN ['declined', 'not_received']
    RETURN s ORDER BY s.id LIMIT 1
  }[0] AS share
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, a.agencyType AS agency_type,
  k.firstKnownEdtf AS first_known, known.words AS known_quote, known.place AS known_place, known.id AS known_id,
  v.firstSharedEdtf AS first_shared, share.words AS shared_quote, share.place AS shared_place, share.id AS shared_id,
  days AS days,
  k.firstKnownEdtf =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' AND v.firstSharedEdtf =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' AS exact,
  coalesce(v.flags, []) AS flags
ORDER BY review, days, agency
