"""Sentences as people type them in a room, each with the reply that a fair person would expect.

`questions.jsonl` holds one JSON object a line:

id         q001, q002, … in groups by the hands that they come from; of the oldest, what only repeats others is gone.
           From q10001 on, many lines are hard on purpose: several tools in a message, needs told as stories, tools
           named in any way but their name, talk that has all the words of a question and asks nothing.
text       what was typed. It carries no mention of the bot.
addressed  true when it was said to the bot: a mention, its prefix, or a private conversation.
lang       "fr" or "en": the language of a right answer. Where the text says nothing (a name alone), the room is French.
want       the outcome, in the words of `releve ask --json`:
           answer   a product to replace, whether or not it has a good equivalent, or a need alone
           keep     already free, or no hurry: an alternative, or a product kept by the catalogue
           gone     closed or renamed, as the catalogue says
           ask      a giant alone, or a word with several meanings: the bot asks which
           unknown  a clear question about a tool that the catalogue does not have
           help     said to the bot, but not its subject: it says what it is for
           silent   nothing at all is said
products   names, as the catalogue writes them, that must all be in the reply, and no other. The bot may name an
           alternative here, for "keep".
needs      for a question about a need alone: need ids, any one of which is right.
or         other replies that people would accept just as well: objects with want, products and needs.
kind       what makes the line interesting (see `lines.Kind`).
dev        true for the lines to look at while tuning. Those from q20001 on, a third of all, are for measuring only:
           whoever improves the understanding never reads them.

`lines.load` reads them, `lines.judge` compares a reply with a line.
"""
