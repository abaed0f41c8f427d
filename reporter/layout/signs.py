"""What a paragraph looks like, taken by itself: an opener, a caption, a contact, the name of a body, prose."""

from __future__ import annotations

import re
from bisect import bisect_left

from reporter.layout import bodies, captions, openings
from reporter.layout.openings import Landmarks, Opening
from reporter.layout.paragraphs import Paragraph
from reporter.layout.vocabulary import Opener, Vocabulary, first_word, folded
from reporter.model.mentions import Mentions
from reporter.model.spans import Span

# "M e d i a  R e l e a s e", and the spaces in it that part letters.
_SPACED = re.compile(r"(?:[^\W\d_] ){3}")
_LETTERSPACE = re.compile(r"(?<=\b\w) (?=\w\b)")
_NUMBERED = re.compile(r"\s*(?:no\.?|nr\.?|number|#|№)?\s*[\d/.:-]{1,12}[a-z]?$", re.IGNORECASE)
# "2017-03-KX-008", "MRS 81/96", "IP/15/4567", "No. 123/2015", "Ref: PR-2012-04", "2021/45": letters, digits and marks.
_REFERENCE = re.compile(
    r"(?:(?i:ref(?:erence)?|no|nr|number|release|doc(?:ument)?|id|page)\b\.?|[№#])?:?\s{0,2}"
    r"(?=[^\n]*\d)(?:[A-Z]{1,8}[ ./-])?[A-Z]{0,6}\d[A-Z\d]{0,8}(?:(?:[/.\-–:_]|\sof\s)(?:[A-Z]{1,6}|\d{1,6}[A-Z]?)){1,5}$"
    r"|(?:[A-Z]{1,8}[/-]){1,3}\d{1,6}(?:[/-]\d{1,6}){0,3}$"
)
# The release's number before its label: "2017-03-KX-008 For Immediate Release".
_NUMBER_FIRST = re.compile(r"(?:(?=\S{0,12}\d)[\w./–-]{3,20}|\d{1,2})\s+(?=[^\W\d_])")
# The number of an issue: "No. 7", "#12", "4/2019", "DC 12(2019)".
_SERIES = re.compile(
    r"\s+(?:no\.?\s?|nr\.?\s?|#\s?|number\s)?\d{1,4}(?:/\d{2,4})?$|\s+(?:[a-z]{1,4}[ -])?\d{1,4}\s?\(\d{4}\)$"
)
# "of" and the like between a label and its date: "Press information of 5 May 2015".
_DATED = re.compile(r"^(?:of|dated|from|on)\s+")
# The way to a page: "Home > Newsroom > Press releases".
_TRAIL = re.compile(r"[^>»›\n]{1,40}(?:\s[>»›]\s[^>»›\n]{1,40}){1,8}$")
# The time of day behind a date: ", 18:40", " at 9.30 am".
_CLOCK = re.compile(r"[\s,|-]{1,3}(?:at )?\d{1,2}[:.]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?$", re.IGNORECASE)
_HANDLES = re.compile(r"(?:[#@][\w.]+[\s,|]*)+$")
_END = re.compile(r"(?:[#*_=~•.–—-][ \t]?){2,}$|[-–—]\s?\d{2,3}\s?[-–—]$|#$")
_URL = re.compile(r"(?:https?://|www\.)\S+|\b[\w-]+\.(?:org|com|net|gov|int|edu|eu|ch)\b(?:/\S*)?", re.IGNORECASE)
_TERMINAL = re.compile(r"[.!?…:;][\"'”’»)\]\d]*$")
_VERBLESS_LIMIT = 14
_PROSE_WORDS, _LONG_PROSE_WORDS = 11, 28
_CONTACT_WORDS, _WORDS_A_NUMBER = 45, 12
_OPENER_WORDS, _SERIES_WORDS = 14, 7
_FOLDED = 100
_SHORT_SENTENCE = 6
# Words of a body's name and its label, and what such labels begin with.
_NAMED_LABEL, _OF_PRESS = (3, 8), ("press ", "media ", "news ")
# A line is a person's if the name fills so much of it.
_PERSON_WORDS, _NAMED, _BEFORE_PERSON = 18, 0.55, 12
# A rule, an end mark or a release's number is no longer.
_MARK_LENGTH = 45


class Signs:
    """The signs of the paragraphs of one text."""

    def __init__(self, text: str, mentions: Mentions, vocabulary: Vocabulary) -> None:
        self.text = text
        self.vocabulary = vocabulary
        self.marks = Landmarks(mentions)
        reached = [mention.span.start for mention in mentions.phones]
        reached += [mention.span.start for mention in mentions.addresses if mention.kind == "email"]
        self._reached = sorted(reached)
        self._labelled = [mention.span.start for mention in mentions.phones if mention.labelled]
        self._people = [mention.span for mention in mentions.names if mention.kind == "person"]

    def opening(self, paragraph: Paragraph) -> Opening | None:
        """The dateline that the paragraph opens with."""
        return openings.read(self.text, paragraph.span, self.marks, self.vocabulary.wires)

    def is_date_line(self, paragraph: Paragraph) -> bool:
        """Whether it is a date, with a place perhaps, and nothing else."""
        opening = self.opening(paragraph)
        return opening is not None and opening.date is not None and opening.body >= paragraph.span.end

    def is_news(self, paragraph: Paragraph, opening: Opening) -> bool:
        """Whether text follows its dateline; "19 June: Heads of State meet" is a headline with a date."""
        if paragraph.words <= _PROSE_WORDS // 2:
            return False
        if paragraph.closed:
            return True
        return opening.place is not None and (opening.date is not None or opening.wire)

    def opener(self, paragraph: Paragraph) -> Opener | None:
        """The phrase of the word lists that the paragraph is, or begins with."""
        start = paragraph.text[paragraph.bullet : paragraph.bullet + _FOLDED]
        words = folded(_LETTERSPACE.sub("", start) if _SPACED.match(start) else start)
        numbered = _NUMBER_FIRST.match(words)
        if numbered:
            opener = self._opener(words[numbered.end() :], paragraph)
            return opener if opener and opener.kind in ("label", "status", "furniture") else None
        return self._opener(words, paragraph)

    def is_series(self, paragraph: Paragraph) -> bool:
        """Whether it names an issue of a series: "WILDFIRE UPDATE No. 7", "Flood Bulletin #3"."""
        if paragraph.words > _SERIES_WORDS or not paragraph.text.rstrip(")")[-1:].isdigit():
            return False
        words = _SERIES.sub("", folded(paragraph.text)).split()
        return bool(words) and (words[-1] in self.vocabulary.labels or " ".join(words[-2:]) in self.vocabulary.labels)

    def names_label(self, paragraph: Paragraph) -> bool:
        """Whether it is the name of a body and a label: "UNICEF PRESS RELEASE", "Acme News Release"."""
        tokens = paragraph.text.rstrip(" :").split()
        if not _NAMED_LABEL[0] <= len(tokens) <= _NAMED_LABEL[1] or not all(token[0].isupper() for token in tokens):
            return False
        label = " ".join(tokens[-2:]).casefold()
        return label.startswith(_OF_PRESS) and any(
            opener.phrase == label and opener.kind == "label"
            for opener in self.vocabulary.openers.get(first_word(label), ())
        )

    def _opener(self, words: str, paragraph: Paragraph) -> Opener | None:
        for opener in self.vocabulary.openers.get(first_word(words), ()):
            if words.startswith(opener.phrase) and self._fits(opener, words, paragraph):
                return opener
        return None

    def _fits(self, opener: Opener, words: str, paragraph: Paragraph) -> bool:
        rest = words[len(opener.phrase) :]
        if rest[:1].isalnum() and opener.phrase[-1].isalnum():
            return False
        if not opener.whole_line:
            return True
        if paragraph.words > _OPENER_WORDS:
            return False
        rest = _DATED.sub("", rest.strip(" :;,.–—-|/*#)"))
        if any(rest == other.phrase for other in self.vocabulary.openers.get(first_word(rest), ())):
            return True  # "Press release: for immediate release"
        return not rest or bool(_NUMBERED.match(rest)) or self._is_date(paragraph, len(rest))

    def _is_date(self, paragraph: Paragraph, length: int) -> bool:
        end = paragraph.span.end
        return any(
            time.span.end - time.span.start >= length - 2 for time in self.marks.within(Span(end - length - 3, end))
        )

    def ends_with_date(self, paragraph: Paragraph) -> bool:
        """Whether its last words are a date: "… in Tirana, 5 May 2010."."""
        end = paragraph.span.end
        clock = _CLOCK.search(paragraph.text[-20:])
        end -= len(clock.group()) if clock else 0
        return any(
            time.span.end >= end - 3 for time in self.marks.within(Span(max(paragraph.span.start, end - 40), end))
        )

    def field(self, paragraph: Paragraph) -> tuple[str, Span] | None:
        """What the value of a metadata line is, and where it stands: ("date", …) for "Issued: 21 March 2019"."""
        key, colon, value = paragraph.text[:_FOLDED].partition(":")
        if paragraph.words > (2 * _OPENER_WORDS if colon else _OPENER_WORDS):
            return None
        kind = self.vocabulary.keys.get(folded(key[paragraph.bullet :]))
        if kind is None:
            return self._dated_field(paragraph)
        if not colon and kind not in ("date", "issuer"):
            return None
        start = paragraph.span.start + len(key) + 1 + len(value) - len(value.lstrip())
        return kind, Span(min(start, paragraph.span.end), paragraph.span.end)

    def _dated_field(self, paragraph: Paragraph) -> tuple[str, Span] | None:
        """A key and its date without a colon: "Published 3 May 2022", "Issued in Geneva on 5 May 2015"."""
        first = paragraph.text.split(None, 1)[0].casefold()
        if self.vocabulary.keys.get(first) != "date" or paragraph.closed or not self.ends_with_date(paragraph):
            return None
        return "date", Span(paragraph.span.start + len(first), paragraph.span.end)

    def is_end(self, paragraph: Paragraph) -> bool:
        """Whether it is a rule or an end mark: ###, -30-, * * *."""
        return len(paragraph.text) <= _MARK_LENGTH and _END.match(paragraph.text) is not None

    def is_handles(self, paragraph: Paragraph) -> bool:
        """Whether it is nothing but hashtags and handles, or the way to a page."""
        if paragraph.words <= _SERIES_WORDS + 3 and _TRAIL.match(paragraph.text):
            return True
        return paragraph.text[0] in "#@" and _HANDLES.match(paragraph.text) is not None

    def is_reference(self, paragraph: Paragraph) -> bool:
        """Whether it is the release's number."""
        return len(paragraph.text) <= _MARK_LENGTH and _REFERENCE.match(paragraph.text) is not None

    def reaches(self, paragraph: Paragraph) -> int:
        """How many telephone numbers and mail addresses it has."""
        return bisect_left(self._reached, paragraph.span.end) - bisect_left(self._reached, paragraph.span.start)

    def has_address(self, paragraph: Paragraph) -> bool:
        """Whether it names a web address."""
        return _URL.search(paragraph.text) is not None

    def is_address(self, paragraph: Paragraph) -> bool:
        """Whether it is nothing but a web address."""
        return paragraph.words == 1 and _URL.match(paragraph.text) is not None and "@" not in paragraph.text

    def is_contact(self, paragraph: Paragraph) -> bool:
        """Whether it says by itself how to reach somebody."""
        if paragraph.words > _CONTACT_WORDS:
            return False
        reached = self.reaches(paragraph)
        # A sentence may name a number too; a contact is mostly numbers, labels and names.
        return reached > 0 and (paragraph.words <= _WORDS_A_NUMBER * reached or self._is_labelled(paragraph))

    def _is_labelled(self, paragraph: Paragraph) -> bool:
        """Whether a word says that one of its numbers is a telephone's."""
        start, end = paragraph.span
        return bisect_left(self._labelled, end) > bisect_left(self._labelled, start)

    def goes_on_contact(self, paragraph: Paragraph) -> bool:
        """Whether it can be a line of a card that was begun: a name, a position, a street."""
        if self.is_contact(paragraph):
            return True
        if paragraph.words > _VERBLESS_LIMIT:
            return self.reaches(paragraph) > 0 and paragraph.words <= 2 * _CONTACT_WORDS
        sentence = paragraph.closed and paragraph.words > _SHORT_SENTENCE and paragraph.text[-1] != ":"
        return not sentence or self.has_address(paragraph)

    def is_prose(self, paragraph: Paragraph) -> bool:
        """Whether it is a paragraph of sentences."""
        words = paragraph.words
        if words < _PROSE_WORDS or (paragraph.bullet and words < _LONG_PROSE_WORDS):
            return False
        if paragraph.text.isupper():
            return words > 2 * _LONG_PROSE_WORDS
        ended = _TERMINAL.search(paragraph.text[-8:])
        if not ended:
            return words > 2 * _LONG_PROSE_WORDS
        return ended.group()[0] not in "?!" or words > _LONG_PROSE_WORDS or ". " in paragraph.text

    def has_verb(self, paragraph: Paragraph) -> bool:
        """Whether a word of it is a verb, or ends as verbs do."""
        tokens = [token.strip(".,;:'’\"”)") for token in paragraph.text.casefold().split()]
        words = self.vocabulary
        return any(token in words.verbs or token.endswith(words.verb_endings) for token in tokens)

    def is_caption(self, paragraph: Paragraph) -> bool:
        """Whether it is a picture's caption."""
        return captions.is_caption(paragraph.text, self.vocabulary) and not (
            paragraph.bullet and self.reaches(paragraph)
        )

    def is_body_name(self, paragraph: Paragraph) -> bool:
        """Whether it is the name of an organisation or of somebody's office, and nothing else."""
        return not paragraph.bullet and bodies.is_body_name(paragraph.text, self.vocabulary)

    def is_person(self, paragraph: Paragraph) -> bool:
        """Whether it is somebody's name, with a title or an office perhaps, and nothing else."""
        if paragraph.words > _PERSON_WORDS or paragraph.closed or paragraph.bullet:
            return False
        start, end = paragraph.span
        names = self._people[bisect_left(self._people, (start,)) : bisect_left(self._people, (end,))]
        if any(_NAMED * len(paragraph.text) <= name.end - name.start for name in names):
            return True
        return any(name.start - start <= _BEFORE_PERSON for name in names) and bodies.has_office(
            paragraph.text, self.vocabulary
        )
