// knowledge-timeline
MATCH (k:Knowledge {knew: true})-[:OF_AGENCY]->(a:Agency), (k)-[:IN_REVIEW]->(r:Review), (k)-[:DERIVED_FROM]->(e:Event|MissedOpportunity)
WHERE ($review IS NULL OR r.slug = $review)
  AND ($agency IS NULL OR toLower(a.name) CONTAINS toLower($agency))
  AND NOT EXISTS { (k)-[:OF_RISK]->() }
OPTIONAL MATCH (e)-[:BY_AGENCY]->(by:Body)
OPTIONAL MATCH (e)-[:TO_AGENCY]->(to:Body)
OPTIONAL MATCH (e)-[:TOLD_BY]->(teller:Person)
WITH r, a, e, by, teller, coalesce(to.id = a.id, false) AND coalesce(by.id <> a.id, true) AS received,
  COLLECT { MATCH (e)-[:ABOUT]->(person:Person) RETURN DISTINCT person.label } AS about
RETURN r.slug AS review, e.dateEdtf AS date, a.name AS agency_name, a.id AS agency_id,
  CASE
    WHEN e:Referral THEN 'referral' WHEN e:InformationShare THEN 'information_share' WHEN e:Incident THEN 'incident'
    WHEN e:Contact THEN 'contact' WHEN e:Disclosure THEN 'disclosure' WHEN e:RiskAssessment THEN 'risk_assessment'
    WHEN e:JusticeEvent THEN 'justice' WHEN e:CarePlan THEN 'care_plan' WHEN e:Signposting THEN 'signposting'
    WHEN e:MissedOpportunity THEN 'missed'
  END AS event_type,
  received AS received, CASE WHEN received THEN by.name END AS from_agency, teller.label AS from_person, about AS about,
  e.words AS quote, e.place AS place, e.id AS event_id, e.dateEarliest AS earliest
ORDER BY review, earliest, agency_name, event_id
