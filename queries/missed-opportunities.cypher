// missed-opportunities
MATCH (m:MissedOpportunity)-[:IN_REVIEW]->(r:Review)
WHERE ($review IS NULL OR r.slug = $review) AND ($kind IS NULL OR m.kind = $kind)
OPTIONAL MATCH (m)-[:BY_AGENCY]->(a:Body)
OPTIONAL MATCH (m)-[:TO_AGENCY]->(to:Body)
WITH r, m, a, to,
  COLLECT { MATCH (m)-[:ABOUT]->(person:Person) RETURN DISTINCT person.label } AS about,
  COLLECT {
    MATCH (ev:Evidence)-[:SUPPORTS]->(m), (ev)-[:IN_PASSAGE]->(p:Passage)
    WITH ev, p ORDER BY ev.supportsField IS NOT NULL, ev.start, ev.quote LIMIT 1
    RETURN [ev.quote, coalesce(p.label + ' ', '') + '#' + toString(p.ordinal)]
  } AS told
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, a.agencyType AS agency_type, m.kind AS missed, m.dateEdtf AS date,
  to.name AS to_agency, about AS about, EXISTS { (m)-[:CONCERNS_RISK]->() } AS of_risk,
  told[0][0] AS quote, told[0][1] AS place, m.id AS missed_id, m.dateEarliest AS earliest
ORDER BY review, agency, earliest, missed_id
