MATCH (missed:MissedOpportunity {kind: 'referral'})-[:BY_AGENCY]->(agency:Body),
      (missed)-[:IN_REVIEW]->(review:Review),
      (missed)<-[:SUPPORTS]-(evidence:Evidence)-[:IN_PASSAGE]->(:Passage)-[:IN_DOCUMENT]->(document:Document)
WHERE evidence.supportsField IS NULL
RETURN review.slug AS review, agency.name AS agency, document.name AS document,
       evidence.start AS start, evidence.quote AS quote
ORDER BY review, document, start, agency
LIMIT 4
