// never-shared
MATCH (v:Verdict)-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review)
WHERE v.code IN ['STATED_NOT_SHARED', 'ATTEMPTED_ONLY', 'SIGNPOSTED_ONLY', 'NO_SHARE_FOUND']
  AND ($review IS NULL OR r.slug = $review)
  AND ($without_flag IS NULL OR NOT $without_flag IN coalesce(v.flags, []))
OPTIONAL MATCH (v)-[:OF_RISK]->(risk:Risk)
WITH v, a, r, risk
WHERE (risk IS NOT NULL) = $by_risk
MATCH (k:Knowledge {knew: true})-[:OF_AGENCY]->(a), (k)-[:BASIS_EVENT]->(b:Event|MissedOpportunity)
OPTIONAL MATCH (k)-[:OF_RISK]->(known:Risk)
WITH v, a, r, risk, k, b, known
WHERE coalesce(known.id, '') = coalesce(risk.id, '')
WITH v, a, r, risk, k, b,
  COLLECT {
    MATCH (v)-[:GAPS]->(gap)<-[:SUPPORTS]-(ge:Evidence) WHERE ge.supportsField IS NULL RETURN ge.quote
  } AS stated,
  COLLECT {
    MATCH (v)-[:DERIVED_FROM]->(fact) WHERE fact.confidence IS NOT NULL RETURN fact.confidence ORDER BY fact.confidence LIMIT 1
  } AS sure,
  COLLECT {
    MATCH (p:Passage)-[:NAMES]->(a)
    RETURN coalesce(p.label + ' ', '') + '#' + toString(p.ordinal)
  } AS named
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, risk.caption AS risk, k.firstKnownEdtf AS since,
  CASE
    WHEN b:Referral THEN 'referral' WHEN b:InformationShare THEN 'information_share' WHEN b:Incident THEN 'incident'
    WHEN b:Contact THEN 'contact' WHEN b:Disclosure THEN 'disclosure' WHEN b:RiskAssessment THEN 'risk_assessment'
    WHEN b:JusticeEvent THEN 'justice' WHEN b:CarePlan THEN 'care_plan' WHEN b:Signposting THEN 'signposting'
    WHEN b:MissedOpportunity THEN 'missed'
  END AS basis_type,
  b.dateEdtf AS basis_date, b.words AS basis_quote, b.place AS basis_place, b.id AS basis_id,
  v.code AS verdict,
  CASE WHEN v.code = 'STATED_NOT_SHARED' AND 'no_record' IN v.flags
    THEN 'the review finds no record that it shared or referred' ELSE CASE v.code
    WHEN 'STATED_NOT_SHARED' THEN 'the review states that it did not share or refer'
    WHEN 'ATTEMPTED_ONLY' THEN 'a referral was declined or not received; no other sharing found in this document'
    WHEN 'SIGNPOSTED_ONLY' THEN 'told the person of a service; no information recorded as passed on in this document'
    WHEN 'NO_SHARE_FOUND' THEN 'no onward sharing found in this document'
  END END AS in_words,
  coalesce(v.flags, []) AS flags, stated AS stated, sure[0] AS confidence,
  CASE WHEN size(named) > 0 THEN size(named) END AS passages, named AS named_in
ORDER BY review, agency, risk
