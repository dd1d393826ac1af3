import type { Migration } from '../migrate.ts'

/**
 * The desk search: one document per participant, an inverted index over its folded words, one over its digits,
 * and the vocabulary with the number of people per word, in which misspelt words are looked up.
 * The rows are written by the participants feature, in the transaction that writes the person.
 */
export const participantSearch: Migration = {
  version: 2,
  name: 'participant-search',
  sql: `
CREATE TABLE participant_search (
  search_key INTEGER NOT NULL PRIMARY KEY,
  participant_id TEXT NOT NULL UNIQUE REFERENCES participants (id),
  name_text TEXT NOT NULL,
  plain_text TEXT NOT NULL,
  place_text TEXT NOT NULL,
  phone_digits TEXT NOT NULL,
  nip_digits TEXT NOT NULL,
  is_archived INTEGER NOT NULL CHECK (is_archived IN (0, 1))
) STRICT;
CREATE INDEX participant_search_by_name ON participant_search (is_archived, name_text, plain_text);
CREATE INDEX participant_search_by_phone ON participant_search (phone_digits) WHERE phone_digits <> '';
CREATE INDEX participant_search_by_nip ON participant_search (nip_digits) WHERE nip_digits <> '';

CREATE TABLE participant_words (
  word TEXT NOT NULL PRIMARY KEY,
  people INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE VIRTUAL TABLE participant_word_index USING fts5 (
  words, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii', prefix = '1 2 3'
);
CREATE VIRTUAL TABLE participant_digit_index USING fts5 (
  digits, content = '', contentless_delete = 1, tokenize = 'trigram'
);
`,
}
