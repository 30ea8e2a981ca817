// to-be-read
MATCH (v:Verdict {code: 'SHARE_POSSIBLE'})-[:OF_AGENCY]->(a:Agency), (v)-[:IN_REVIEW]->(r:Review)
WHERE $review IS NULL OR r.slug = $review
OPTIONAL MATCH (v)-[:OF_RISK]->(risk:Risk)
WITH v, a, r, risk
WHERE (risk IS NOT NULL) = $by_risk
MATCH (v)-[:DERIVED_FROM]->(c:OpenCue)
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, risk.caption AS risk, c.cue AS cue,
  c.words AS quote, c.place AS place, c.id AS cue_id
ORDER BY review, agency, risk, place, cue_id
