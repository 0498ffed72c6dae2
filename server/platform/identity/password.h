// Passwords: argon2id (libsodium). Slow on purpose: never hashed on a database thread.
#pragma once

#include <string>
#include <string_view>

namespace guanxi::identity {

/// The stored form of a password: argon2id with a salt of its own, as the PHC string "$argon2id$…".
/// `ops` and `memory_kib` default to 2 passes over 19 MiB (OWASP's minimum for argon2id).
std::string hash_password(std::string_view password, unsigned ops = 2, unsigned memory_kib = 19456);

/// Whether the password belongs to the stored form. Takes as long for a wrong one as for the right one.
bool verify_password(std::string_view stored, std::string_view password);

/// A secret for sessions and links: 32 random bytes, base64url without padding.
std::string new_secret();

/// What is stored of a secret: its SHA-256 in hex, so that a copy of the database opens no session.
std::string secret_hash(std::string_view secret);

}  // namespace guanxi::identity
