// Who knew of the risk, and whom they told
// The agencies of one review that knew, whom they told of it, shares whose recipient is not named, and words of sharing
// that a person should read. From an agency that none of these stand at, no onward sharing was found, and that is not
// proof that there was none.
MATCH (:Agency)-[:KNEW_OF]->(r:Review)
WITH r ORDER BY r.slug LIMIT 1
MATCH (a:Agency)-[:KNEW_OF]->(r)
RETURN a,
  COLLECT { MATCH told = (a)-[:SHARED_WITH]->(:Body) RETURN told } AS told,
  COLLECT {
    MATCH unnamed = (a)<-[:BY_AGENCY]-(share:InformationShare)
    WHERE EXISTS { (share)-[:CONCERNS_RISK]->() } AND NOT EXISTS { (share)-[:TO_AGENCY]->() }
    RETURN unnamed
  } AS unnamed,
  COLLECT { MATCH cue = (a)<-[:OF_AGENCY]-(:OpenCue) RETURN cue } AS to_be_read
