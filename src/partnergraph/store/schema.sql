-- The graph in SQLite. Nodes and relationships are rows; what each document says of a node is a
-- claim, so that a document can be taken back whole; a relationship lives while evidence holds it.

CREATE TABLE node (
    n          INTEGER PRIMARY KEY,
    id         TEXT NOT NULL UNIQUE,
    label      TEXT NOT NULL,
    name       TEXT NOT NULL,
    properties TEXT NOT NULL DEFAULT '{}',          -- JSON object, keys sorted
    acts       INTEGER NOT NULL DEFAULT 0,          -- 1 for a stakeholder
    short      TEXT AS (coalesce(properties ->> '$.acronym', name)) VIRTUAL
);
CREATE INDEX node_label ON node (label, id);

CREATE TABLE claim (                                -- what one document says of one node
    document   INTEGER NOT NULL REFERENCES node (n),
    node       INTEGER NOT NULL REFERENCES node (n),
    name       TEXT NOT NULL,
    properties TEXT NOT NULL,
    PRIMARY KEY (document, node)
) WITHOUT ROWID;
CREATE INDEX claim_node ON claim (node);

CREATE TABLE form (                                 -- every name a node can be found by, folded
    form       TEXT NOT NULL,
    node       INTEGER NOT NULL REFERENCES node (n),
    PRIMARY KEY (form, node)
) WITHOUT ROWID;
CREATE INDEX form_node ON form (node);

CREATE TABLE edge (
    e          INTEGER PRIMARY KEY,
    type       TEXT NOT NULL,
    source     INTEGER NOT NULL REFERENCES node (n),
    target     INTEGER NOT NULL REFERENCES node (n),
    key        TEXT NOT NULL DEFAULT '',            -- its qualifiers, as JSON, where its type has any
    properties TEXT NOT NULL DEFAULT '{}',
    stated     INTEGER NOT NULL DEFAULT 0,          -- 1 when at least one evidence is stated
    UNIQUE (source, type, target, key)
);
CREATE INDEX edge_target ON edge (target, type, source);
CREATE INDEX edge_type ON edge (type, source, target);

CREATE TABLE evidence (
    edge       INTEGER NOT NULL REFERENCES edge (e),
    document   INTEGER NOT NULL REFERENCES node (n),
    locator    TEXT NOT NULL,
    quote      TEXT NOT NULL,
    method     TEXT NOT NULL,
    basis      TEXT NOT NULL,
    cue        TEXT NOT NULL DEFAULT '',            -- the words that gave the type
    cue_locator TEXT NOT NULL DEFAULT ''            -- where they stand, if outside the locator
);
CREATE INDEX evidence_edge ON evidence (edge);
CREATE INDEX evidence_document ON evidence (document, edge);
CREATE INDEX evidence_inferred ON evidence (method, edge) WHERE basis = 'inferred';

CREATE TABLE source (                               -- the files that were read
    document   INTEGER PRIMARY KEY REFERENCES node (n),
    digest     TEXT NOT NULL,                       -- of everything read from it
    genres     TEXT NOT NULL,                       -- JSON list
    content    BLOB                                 -- its lines, compressed; NULL for JSONL
);

CREATE TABLE skipped (
    document   INTEGER NOT NULL REFERENCES node (n),
    locator    TEXT NOT NULL,
    text       TEXT NOT NULL,
    reason     TEXT NOT NULL
);
CREATE INDEX skipped_document ON skipped (document);

-- What is found by words: names with all forms and details of nodes, quotes, lines of documents.
CREATE VIRTUAL TABLE named USING fts5(forms, text, detail = column, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE quoted USING fts5(quote, content = 'evidence', detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');
CREATE VIRTUAL TABLE written USING fts5(line, detail = none, columnsize = 0, tokenize = 'unicode61 remove_diacritics 2');

-- What questions read. A link is a relationship whose ends are ids; inferred ones say so.
CREATE VIEW agency AS
    SELECT * FROM node WHERE acts = 1 AND label IN ('Agency', 'Organisation');
CREATE VIEW link AS
    SELECT e.e, e.type, e.stated, s.id AS source, t.id AS target, e.source AS s, e.target AS t
    FROM edge e JOIN node s ON s.n = e.source JOIN node t ON t.n = e.target;
CREATE VIEW covered AS                              -- which types a document lists systematically
    SELECT node.n AS document, value AS type
    FROM node, json_each(node.properties, '$.covers') WHERE label = 'Document';
