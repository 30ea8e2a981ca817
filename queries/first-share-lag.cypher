// first-share-lag
MATCH (v:Verdict {shared: true})-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review), (k:Knowledge)-[:OF_AGENCY]->(a)
WHERE ($review IS NULL OR r.slug = $review)
  AND v.firstShared IS NOT NULL AND v.firstSharedEdtf IS NOT NULL AND NOT EXISTS { (v)-[:OF_RISK]->() }
  AND k.firstKnown IS NOT NULL AND k.firstKnownEdtf IS NOT NULL AND NOT EXISTS { (k)-[:OF_RISK]->() }
WITH r, a, v, k, duration.inDays(k.firstKnown, v.firstShared).days AS days
WHERE days >= $at_least
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, a.agencyType AS agency_type,
  k.firstKnownEdtf AS first_known, v.firstSharedEdtf AS first_shared, days AS days,
  k.firstKnownEdtf =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' AND v.firstSharedEdtf =~ '[0-9]{4}-[0-9]{2}-[0-9]{2}' AS exact,
  coalesce(v.flags, []) AS flags
ORDER BY review, days, agency
