"""The forms of sentence by which English says who somebody is, as expressions over the labels that people can bear."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from dhr_graph.loaders.cast.glosses import NUMBER, kin_of
from dhr_graph.loaders.cast.knowledge import CastKnowledge

NOT_NAMES = (r"(?!(?:Mr|Mrs|Ms|Miss|Mx|Dr|Adult|Child|Female|Male|Subject|Person|Witness|Professor|The|A|An|In|On|At|She|He|They|Her|His|"
             r"Their|It|When|There|And|But|Page|Dear)\b)")
PLAIN_NAME = NOT_NAMES + r"[A-Z][a-z\u00c0-\u017f]{1,14}(?:-[A-Z][a-z]+)?"
ROLE_LABEL = r"[Tt]he (?:[Vv]ictim|[Pp]erpetrator|[Dd]eceased)\b(?!')"
PRONOUNS = r"[Hh]er|[Hh]is|[Tt]heir"
ROLE_OWNER = r"[Tt]he (?:[Vv]ictim|[Pp]erpetrator|[Dd]eceased|[Cc]ouple)'s"


@dataclass(frozen=True)
class SentenceForms:
    """One expression for each form; the groups `label` or `names` hold who, `gloss`, `kin`, `age`, `role` what is said."""

    name: str
    bracketed: re.Pattern[str]
    kin_names: re.Pattern[str]
    kin_is: re.Pattern[str]
    is_kin: re.Pattern[str]
    are_kin: re.Pattern[str]
    apposed: re.Pattern[str]
    death_of: re.Pattern[str]
    quoted: re.Pattern[str]
    relationship: re.Pattern[str]
    clause: re.Pattern[str]
    known_as: re.Pattern[str]
    aged: re.Pattern[str]
    roles: re.Pattern[str]
    listed: re.Pattern[str]


@lru_cache(maxsize=2)
def sentence_forms(knowledge: CastKnowledge) -> SentenceForms:
    """The expressions for the labels and kin terms of this knowledge."""
    capital = "|".join(sorted(knowledge.capital_kin))
    name = rf"(?:{knowledge.shapes.pattern}|{ROLE_LABEL}|(?:{capital})\b(?! [A-Z0-9])|(?:{knowledge.codes.pattern})\b|{PLAIN_NAME})"
    kin = kin_of(knowledge).pattern.replace("(?P<adjectives>", "(?:").replace("(?P<term>", "(?:").replace("(?<![\\w'-])", "(?<![\\w-])")
    terms = "|".join(re.escape(t) for t in sorted(knowledge.kin, key=lambda t: (-len(t), t)))
    item = rf"{name}(?: \([^)]*\))?"
    items = rf"{item}(?:(?:, and |, | and ){item})"
    possessor = rf"(?:{PRONOUNS}|{ROLE_OWNER}|{name}'s?)"
    bracket = r"(?: \([^)]*\))?"
    begin, end = r"(?<![\w'-])", r"(?![\w'])"
    of_whom = rf"(?: (?:of|to) (?:the )?(?:{name}|her|his|their))?"
    several = "(?:[Tt]he|[Aa]n?|[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Tt]hat|[Tt]his)"
    from_marriage = rf"(?: (?:of|to|by|from) (?:her|his|a|an|the|{name})(?: (?:first|previous|earlier|former) \w+| \w+ marriage| (?:[a-z]+ )?(?:relationship|marriage))?)?"
    return SentenceForms(
        name=name,
        bracketed=re.compile(rf"{begin}(?P<label>{name}) \((?P<gloss>[^()]{{1,160}})\)"),
        kin_names=re.compile(rf"{begin}(?P<kin>(?:(?:{possessor}|{several}) )?(?:[a-z]+ )?{kin}{from_marriage}),? (?:(?:is|are|was|were|who is|who was) )?(?:called |named |known as )?(?P<names>{item}(?:(?:, and |, | and ){item})*){end}"),
        kin_is=re.compile(rf"{begin}(?P<kin>{possessor} {kin})(?P<more>, [^.;]{{0,80}}?,| \([^)]*\))? (?:is|was|will be) (?:called |named |known as |referred to as )?(?P<label>{name}){end}"),
        is_kin=re.compile(rf"{begin}(?P<label>{name}){bracket}(?:,[^,.;]{{0,50}},|,)? (?:is|was|who is|who was|had been|has been|became) (?P<gloss>(?:the |a |an |one of )?(?:{possessor} )?(?:\w+ )?{kin}[^.;]{{0,80}}?)(?= and {name},? (?:is|was)|[.;]|$| but )"),
        are_kin=re.compile(rf"{begin}(?P<names>{items}+),? (?:are|were) (?P<gloss>(?:the |both |all )?(?:{possessor} )?(?:\w+ )?{kin}[^.;]{{0,60}})"),
        relationship=re.compile(rf"(?P<gloss>(?:earlier|previous|former|new|first|another|subsequent|brief|later) (?:relationship|marriage|partner|partnership)),? (?:with|to|called) (?P<label>{name}){end}"),
        death_of=re.compile(rf"\b(?:death|murder|homicide|killing|suicide|manslaughter|loss) of (?:(?:a|an|the) (?:\w+ )?(?:woman|man|adult|person|resident),? )?[\"']?(?P<label>{name}){end}"),
        quoted=re.compile(rf"\W*[\"'](?P<label>{PLAIN_NAME})[\"']\W*"),
        apposed=re.compile(rf"{begin}(?P<label>{name}){bracket}, (?:then )?(?P<gloss>(?:the |an? )?(?:{possessor} )?(?:\w+ )?{kin}{of_whom}(?:,? (?:with|to|from) whom[^.;,]*)?)(?=[,.;)]| and | who |$)"),
        clause=re.compile(rf"{begin}(?P<label>{name}){bracket},? (?P<gloss>(?:with|to|from) whom [^.;]{{5,80}}|(?:the )?(?:tenant|occupier|resident) of [^.;]{{5,60}}|who (?:lives?|lived|worked) [^.;]{{5,60}}|was (?:formerly|previously|once) [^.;]{{5,60}})"),
        known_as=re.compile(rf"(?P<gloss>(?:[Tt]he|[Aa]n?|{PRONOUNS}|[Tt]hat) (?:[\w'-]+ ){{0,3}}(?:{terms}|man|woman|person|couple|lady|gentleman)\b[^.;:]{{0,90}}?),? (?:who (?:is|was|will be) )?(?:referred to|known|called|described)(?: (?:throughout|here|hereafter|below|in this (?:report|review|summary)))*(?: as| by)?(?: the pseudonym)? (?P<label>{name})(?:,? (?:was|is|then) (?:aged )?(?P<age>{NUMBER})\b)?"),
        aged=re.compile(rf"{begin}(?P<label>{name})(?:, (?:who (?:is|was) |then |now )?(?:aged? )?(?P<age>{NUMBER})(?=,|\.| years|\)| at the|;| was| died| when)|, an? (?P<noun>[^,.;]{{0,40}}?)(?: of| aged| who was) (?P<age2>{NUMBER})\b|,? (?:who )?was (?P<age3>{NUMBER})(?= years| at| when| months|,|\.| and)| was an? (?P<noun2>[^,.;]{{0,30}}?)(?: of| aged) (?P<age4>{NUMBER})\b)"),
        roles=re.compile(rf"(?:(?:[Tt]he|[Aa]lleged) (?P<role>victim|deceased|perpetrator|alleged perpetrator|offender)[, ]+(?:was |is |,)?\(?(?P<label>{name}){end})|(?P<label2>{name}),? (?:is |was |who is |who was |\()?the (?P<role2>victim|perpetrator|alleged perpetrator|deceased)\b(?!')"),
        listed=re.compile(rf"{item}(?:(?:, and |, | and |; ){item})+"),
    )
