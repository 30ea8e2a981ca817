MATCH (review:Review {slug: 'thornbeck'})<-[:IN_REVIEW]-(referral:Referral),
      (referral)-[:BY_AGENCY]->(sender:Body),
      (referral)-[:TO_AGENCY]->(recipient:Body)
RETURN referral.dateEdtf AS date, sender.name AS from, recipient.name AS to, referral.outcome AS outcome
ORDER BY date, from, to
