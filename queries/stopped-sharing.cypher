// stopped-sharing
MATCH (v:Verdict {shared: true})-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review)
WHERE ($review IS NULL OR r.slug = $review) AND NOT EXISTS { (v)-[:OF_RISK]->() }
MATCH (v)-[:DERIVED_FROM]->(s:InformationShare)-[:BY_AGENCY]->(a)
WHERE NOT EXISTS { (s)-[:TO_AGENCY]->(a) } AND NOT coalesce(s.outcome, 'unknown') IN ['declined', 'not_received']
WITH r, a, collect({
  from: coalesce(s.dateEarliest, date('0001-01-01')), to: coalesce(s.dateLatest, date('9999-12-31'))
}) AS shares
MATCH (k:Knowledge {knew: true})-[:OF_AGENCY]->(a)
WHERE NOT EXISTS { (k)-[:OF_RISK]->() }
MATCH (k)-[:DERIVED_FROM]->(e)
WHERE e.dateEarliest IS NOT NULL AND e.dateEdtf IS NOT NULL
  AND (e:Incident OR e:Disclosure OR e:RiskAssessment
    OR e:InformationShare AND EXISTS { (e)-[:TO_AGENCY]->(a) } AND NOT EXISTS { (e)-[:BY_AGENCY]->(a) })
WITH r, a, e, shares, coalesce(e.dateLatest, e.dateEarliest) + duration({days: $window}) AS until
WHERE none(s IN shares WHERE s.to >= e.dateEarliest AND s.from <= until)
UNWIND shares AS s
WITH r, a, e,
  max(CASE WHEN s.to < e.dateEarliest THEN s.to END) AS last_share, min(CASE WHEN s.from > until THEN s.from END) AS next_share
WHERE last_share IS NOT NULL
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, last_share AS last_share, e.dateEdtf AS learned,
  CASE
    WHEN e:Referral THEN 'referral' WHEN e:InformationShare THEN 'information_share' WHEN e:Incident THEN 'incident'
    WHEN e:Disclosure THEN 'disclosure' WHEN e:RiskAssessment THEN 'risk_assessment'
  END AS event_type,
  e.words AS quote, e.place AS place, e.id AS event_id, next_share AS next_share, e.dateEarliest AS learned_from
ORDER BY review, agency, learned_from, event_id
