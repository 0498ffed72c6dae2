// Running one piece of work as a PostgreSQL transaction of its own.
#pragma once

#include "platform/database/commit_listener.h"
#include "platform/database/postgres_connection.h"
#include "platform/database/postgres_notes.h"
#include "platform/database/turnstile.h"
#include "platform/database/work_queue.h"

namespace guanxi::database {

/// What the writing threads of one database share.
struct WritingRoom {
  Turnstile turnstile;
  CommitListener listener;
  std::unique_ptr<PostgresNotes> notes;  ///< to other processes; none while nobody listens here
};

/// Runs `piece` until it is committed, undone or has failed for good, passes on its notes and calls its
/// `done`. A piece that collides with others again and again is run while this process runs no other.
void write_once(PostgresConnection& connection, const WritePiece& piece, WritingRoom& room);

/// Runs `piece` in one snapshot and calls its `done`.
void read_once(PostgresConnection& connection, const ReadPiece& piece);

}  // namespace guanxi::database
