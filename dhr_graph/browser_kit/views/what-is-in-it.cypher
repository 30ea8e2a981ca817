// What is in the graph
// One row for each review: how much of it was read.
MATCH (r:Review)
RETURN r.slug AS review,
  COUNT { (r)<-[:IN_REVIEW]-(:Person) } AS people,
  COUNT { (r)<-[:IN_REVIEW]-(:Agency) } AS agencies,
  COUNT { (r)<-[:IN_REVIEW]-(:Event) } AS events,
  COUNT { (r)<-[:IN_REVIEW]-(:InformationShare) } AS shares,
  COUNT { (r)<-[:IN_REVIEW]-(:MissedOpportunity) } AS missed,
  COUNT { (r)<-[:IN_REVIEW]-(:Recommendation) } AS recommendations,
  COUNT { (r)<-[:IN_REVIEW]-(:OpenCue) } AS to_be_read
ORDER BY review
