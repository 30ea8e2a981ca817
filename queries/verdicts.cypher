// verdicts
MATCH (v:Verdict)-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review)
WHERE ($review IS NULL OR r.slug = $review) AND ($verdict IS NULL OR v.code = $verdict)
OPTIONAL MATCH (v)-[:OF_RISK]->(risk:Risk)
WITH v, a, r, risk
WHERE (risk IS NOT NULL) = $by_risk
MATCH (k:Knowledge)-[:OF_AGENCY]->(a)
OPTIONAL MATCH (k)-[:OF_RISK]->(known:Risk)
WITH v, a, r, risk, k, known
WHERE coalesce(known.id, '') = coalesce(risk.id, '')
WITH v, a, r, risk, k,
  COLLECT {
    MATCH (v)-[:DERIVED_FROM]->(s:InformationShare)-[:BY_AGENCY]->(a), (s)-[:TO_AGENCY]->(to:Body)
    WHERE v.shared AND to.id <> a.id AND NOT coalesce(s.outcome, 'unknown') IN ['declined', 'not_received']
    RETURN DISTINCT to.name
  } AS told,
  COLLECT {
    MATCH (v)-[:DERIVED_FROM]->(s:InformationShare)-[:TO_AGENCY]->(a), (s)-[:BY_AGENCY]->(by:Body)
    WHERE by.id <> a.id
    RETURN by.name AS teller
    UNION
    MATCH (v)-[:DERIVED_FROM]->(e)-[:BY_AGENCY]->(a), (e)-[:TOLD_BY]->(person:Person)
    RETURN person.label AS teller
  } AS tellers
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, a.agencyType AS agency_type, risk.caption AS risk,
  v.code AS verdict,
  CASE
    WHEN v.code = 'SHARED_WITH_STATED_GAPS' AND 'no_record' IN v.flags
    THEN 'shared on some occasions; of others the review finds no record'
    WHEN v.code = 'STATED_NOT_SHARED' AND 'no_record' IN v.flags
    THEN 'the review finds no record that it shared or referred'
    ELSE CASE v.code
      WHEN 'SHARED_WITH_STATED_GAPS' THEN 'shared on some occasions; the review states that on others it did not'
      WHEN 'STATED_NOT_SHARED' THEN 'the review states that it did not share or refer'
      WHEN 'SHARED' THEN 'shared outside its own organisation'
      WHEN 'SHARED_IN_ORGANISATION' THEN 'shared within its own organisation only'
      WHEN 'SHARE_POSSIBLE' THEN 'to be read: words near it may tell of a share'
      WHEN 'ATTEMPTED_ONLY' THEN 'a referral was declined or not received; no other sharing found in this document'
      WHEN 'SIGNPOSTED_ONLY' THEN 'told the person of a service; no information recorded as passed on in this document'
      WHEN 'NO_SHARE_FOUND' THEN 'no onward sharing found in this document'
      WHEN 'NOT_RECORDED_AS_KNOWING' THEN 'not recorded as knowing of the risk'
      WHEN 'NOTHING_TOLD' THEN 'no dealing told'
    END
  END AS in_words,
  k.knew AS knew, k.firstKnownEdtf AS since, v.firstSharedEdtf AS first_shared,
  told AS shared_with, tellers AS learned_from, coalesce(v.flags, []) AS flags
ORDER BY review, agency, risk
