MATCH (verdict:Verdict)-[:OF_AGENCY]->(agency:Agency)
WHERE NOT (verdict)-[:OF_RISK]->(:Risk)
  AND agency.agencyType IN ['gp', 'housing', 'mental_health']
RETURN agency.agencyType AS type, verdict.code AS verdict, count(agency) AS agencies
ORDER BY type, verdict
