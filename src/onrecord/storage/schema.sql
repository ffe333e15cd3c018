-- The store in one SQLite file. Applied in one transaction by `sqlite.py`; safe to apply again.
-- Any change here raises SCHEMA_VERSION there.

-- One row for each output of a stage for an origin, empty or not.
CREATE TABLE IF NOT EXISTS output (
    number INTEGER PRIMARY KEY,
    origin TEXT NOT NULL,
    stage  TEXT NOT NULL,
    UNIQUE (stage, origin)
) STRICT;
CREATE INDEX IF NOT EXISTS output_by_origin ON output (origin);

-- Every record, as JSON; `attachment` holds vectors and packed keys.
CREATE TABLE IF NOT EXISTS record (
    number     INTEGER PRIMARY KEY,
    output     INTEGER NOT NULL REFERENCES output (number) ON DELETE CASCADE,
    kind       TEXT NOT NULL,
    id         TEXT NOT NULL,
    article    TEXT,
    body       TEXT NOT NULL,
    attachment BLOB NOT NULL,
    seal       TEXT NOT NULL,
    UNIQUE (output, kind, id)
) STRICT;
CREATE INDEX IF NOT EXISTS record_by_id ON record (kind, id);
-- `SqliteStore.around` wants the ids of hundreds of these: in `record` each lies on a page of its own.
CREATE INDEX IF NOT EXISTS beacon_by_number ON record (number, id) WHERE kind = 'beacon';

-- What finds a record: keys with the day of what they stand for (0 = unknown). A projection of the records.
CREATE TABLE IF NOT EXISTS mark (
    key    INTEGER NOT NULL,
    day    INTEGER NOT NULL,
    record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
    PRIMARY KEY (key, day, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mark_by_record ON mark (record);

-- Records about two articles, once each way. A projection of the records.
CREATE TABLE IF NOT EXISTS tie (
    kind   TEXT NOT NULL,
    end    TEXT NOT NULL,
    weight REAL NOT NULL,
    other  TEXT NOT NULL,
    record INTEGER NOT NULL REFERENCES record (number) ON DELETE CASCADE,
    PRIMARY KEY (kind, end, weight, other, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS tie_by_record ON tie (record);

-- The text of each article, once.
CREATE TABLE IF NOT EXISTS article_text (
    number INTEGER PRIMARY KEY REFERENCES record (number) ON DELETE CASCADE,
    title  TEXT NOT NULL,
    text   TEXT NOT NULL
) STRICT;

-- The search index is a projection of article_text, kept right by triggers.
CREATE VIRTUAL TABLE IF NOT EXISTS article_search USING fts5 (
    title, text,
    content = 'article_text', content_rowid = 'number',
    tokenize = 'unicode61 remove_diacritics 2'
);
CREATE TRIGGER IF NOT EXISTS article_text_inserted AFTER INSERT ON article_text BEGIN
    INSERT INTO article_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
CREATE TRIGGER IF NOT EXISTS article_text_deleted AFTER DELETE ON article_text BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
END;
CREATE TRIGGER IF NOT EXISTS article_text_updated AFTER UPDATE ON article_text BEGIN
    INSERT INTO article_search (article_search, rowid, title, text) VALUES ('delete', old.number, old.title, old.text);
    INSERT INTO article_search (rowid, title, text) VALUES (new.number, new.title, new.text);
END;
