// missed-opportunities
MATCH (m:MissedOpportunity)-[:IN_REVIEW]->(r:Review)
WHERE ($review IS NULL OR r.slug = $review) AND ($kind IS NULL OR m.kind = $kind)
OPTIONAL MATCH (m)-[:BY_AGENCY]->(a:Body)
OPTIONAL MATCH (m)-[:TO_AGENCY]->(to:Body)
WITH r, m, a, to,
  COLLECT { MATCH (m)-[:ABOUT]->(person:Person) RETURN DISTINCT person.label } AS about
RETURN r.slug AS review, a.name AS agency, a.id AS agency_id, a.agencyType AS agency_type, m.kind AS missed, m.dateEdtf AS date,
  to.name AS to_agency, about AS about, EXISTS { (m)-[:CONCERNS_RISK]->() } AS of_risk,
  m.words AS quote, m.place AS place, m.id AS missed_id, m.dateEarliest AS earliest
ORDER BY review, agency, earliest, missed_id
