"""What a sentence asks, rule by rule. All of it is pure; every decision can be explained by words in the text.

In the order in which a message goes through them:

* **the message**: `plainly` (greetings, apostrophes), `spelling` and `slipped_words` (misspelt words of asking),
  `message` (its words, names and needs), `plain_needs`, `language`, `lexicon`, `phrases`, `described` (« la visio de
  Google »);
* **the cues**: `cue_phrases` and `cues` (the ways to ask for something else), `shapes`, `open_words`, `intent` and
  `asks` (is it a question?), `chatter`, `rhetoric`, `trouble`, `idle_cues`, `errands` (what only sounds like one);
* **what it is about**: `slot` (what follows a cue), `nearby`, `tools_before`, `used_now` (what was named before),
  `belief` (a name or a word?), `embedded`, `new_names`, `strangers` (names that nobody knows), `corrected`;
* **which of several**: `direction`, `contrast`, `counterpart`, `set_aside`, `spared`, `refusal`, `heading`,
  `left_before`, `liked_phrases`, `also`, `beside`;
* **needs**: `seek`, `wishes`, `wanting`, `heads`, `for_that`, `any_tool`;
* **said to the bot, or to the room**: `addressed`, `all_giants`; `room` and what it is made of, `unheard`;
* **together**: `reader` goes through the sentences and gathers a wish, `resolve` makes an `Understanding` of it.
"""
