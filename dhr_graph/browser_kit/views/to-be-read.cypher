// What a person should read first
// Words of sharing that were not understood. An agency that has one is not accused.
MATCH (cue:OpenCue)-[:IN_REVIEW]->(r:Review)
OPTIONAL MATCH (cue)-[:OF_AGENCY]->(a:Agency)
OPTIONAL MATCH (cue)<-[:SUPPORTS]-(w:Evidence)-[:IN_PASSAGE]->(p:Passage)-[:IN_DOCUMENT]->(d:Document)
RETURN r.slug AS review, a.name AS agency, cue.cue AS cue, w.quote AS quote, d.name AS document,
  coalesce(p.label + ' ', '') + '#' + toString(p.ordinal) AS place
ORDER BY review, agency, place
