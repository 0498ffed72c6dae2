#include "town/database.h"

#include <libpq-fe.h>
#include <unistd.h>

#include <atomic>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>

#include "migrations/migrations.h"

namespace guanxi {

namespace {

using database::Engine;
namespace fs = std::filesystem;

// Unique among tests that run at the same time in several processes.
std::string new_name() {
  static std::atomic<int> count = 0;
  return "guanxi_test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
}

std::string sqlite_path(const std::string& name) { return fs::temp_directory_path() / (name + ".db"); }

void remove_sqlite(const std::string& path) {
  for (const char* ending : {"", "-wal", "-shm"}) fs::remove(path + ending);
}

/// The file that every migrated test database is a copy of, made once per process.
class SqliteTemplate {
 public:
  SqliteTemplate() : path_(sqlite_path(new_name())) {
    const auto opened = database::Database::open({.url = "sqlite:" + path_, .readers = 1});
    database::migrate(*opened, migrations());
  }
  ~SqliteTemplate() { remove_sqlite(path_); }
  const std::string& path() const { return path_; }

 private:
  std::string path_;
};

std::string cluster_uri() {
  const char* uri = std::getenv("GUANXI_TEST_PG");
  if (uri == nullptr || *uri == '\0') {
    throw std::runtime_error("GUANXI_TEST_PG is not set: start a cluster with tests/pg_cluster.sh");
  }
  return uri;
}

std::string uri_of(const std::string& name) {
  const std::string uri = cluster_uri();
  const std::size_t slash = uri.find('/', uri.find("://") + 3);
  const std::size_t question = uri.find('?');
  return uri.substr(0, std::min(slash, question)) + "/" + name +
         (question == std::string::npos ? "" : uri.substr(question));
}

/// The connection by which test databases are made and dropped.
class Cluster {
 public:
  Cluster() : connection_(PQconnectdb(cluster_uri().c_str())) {
    if (PQstatus(connection_) != CONNECTION_OK) throw std::runtime_error(PQerrorMessage(connection_));
    PQsetNoticeProcessor(
        connection_, [](void*, const char*) {}, nullptr);
  }
  ~Cluster() {
    drop_abandoned();
    PQfinish(connection_);
  }
  Cluster(const Cluster&) = delete;
  Cluster& operator=(const Cluster&) = delete;

  /// Runs a command and returns how many rows it answered.
  int run(const std::string& sql) {
    PGresult* result = PQexec(connection_, sql.c_str());
    const ExecStatusType status = PQresultStatus(result);
    const int rows = PQntuples(result);
    PQclear(result);
    if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
      throw std::runtime_error(PQerrorMessage(connection_));
    }
    return rows;
  }

  /// Lets a database be dropped a little later: the server's processes for the connections just closed are
  /// still ending, and DROP DATABASE would sleep for 100 ms because of them.
  void abandon(std::string name) {
    drop_abandoned();
    abandoned_.push_back(std::move(name));
  }

 private:
  void drop_abandoned() {
    for (const std::string& name : abandoned_) {
      try {
        run("DROP DATABASE " + name + " WITH (FORCE)");
      } catch (const std::runtime_error& error) {
        ADD_FAILURE() << "a test's database stays behind: " << error.what();
      }
    }
    abandoned_.clear();
  }

  PGconn* connection_;
  std::vector<std::string> abandoned_;
};

Cluster& cluster() {
  static Cluster connection;
  return connection;
}

// Named after the schema, so that a cluster that is kept between runs never serves yesterday's.
std::string template_name() {
  std::string schema;
  for (const database::Migration& step : migrations()) schema += step.name + step.sql;
  return "guanxi_template_" + std::to_string(std::hash<std::string>{}(schema));
}

void make_template(const std::string& name) {
  // Made under another name first: one that was left half done must not be taken for the real one.
  const std::string draft = name + "_draft";
  cluster().run("DROP DATABASE IF EXISTS " + draft + " WITH (FORCE)");
  cluster().run("CREATE DATABASE " + draft + " TEMPLATE template0 ENCODING 'UTF8' LOCALE 'C'");
  {
    const auto opened = database::Database::open({.url = uri_of(draft), .readers = 1, .writers = 1});
    database::migrate(*opened, migrations());
  }
  cluster().run("ALTER DATABASE " + draft + " RENAME TO " + name);
}

const std::string& postgres_template() {
  static const std::string name = [] {
    const std::string wanted = template_name();
    cluster().run("SELECT pg_advisory_lock(4711)");
    if (cluster().run("SELECT 1 FROM pg_database WHERE datname = '" + wanted + "'") == 0) {
      make_template(wanted);
    }
    cluster().run("SELECT pg_advisory_unlock(4711)");
    return wanted;
  }();
  return name;
}

std::string make_sqlite(const std::string& name, TestDatabase::Schema schema) {
  const std::string path = sqlite_path(name);
  remove_sqlite(path);
  if (schema == TestDatabase::Schema::migrated) {
    static const SqliteTemplate migrated;
    fs::copy_file(migrated.path(), path);
  }
  return "sqlite:" + path;
}

std::string make_postgres(const std::string& name, TestDatabase::Schema schema) {
  const bool migrated = schema == TestDatabase::Schema::migrated;
  const std::string from = migrated ? postgres_template() : "template0 ENCODING 'UTF8' LOCALE 'C'";
  cluster().run("DROP DATABASE IF EXISTS " + name + " WITH (FORCE)");
  cluster().run("CREATE DATABASE " + name + " TEMPLATE " + from);
  return uri_of(name);
}

}  // namespace

std::vector<Engine> engines() { return {Engine::sqlite, Engine::postgres}; }

std::string engine_name(const testing::TestParamInfo<Engine>& engine) {
  return engine.param == Engine::sqlite ? "sqlite" : "postgres";
}

TestDatabase::TestDatabase(Engine engine, Schema schema, database::Options options)
    : engine_(engine), name_(new_name()), options_(std::move(options)) {
  // Few threads: most tests need one of each, and every PostgreSQL connection is a process.
  if (options_.readers == 0) options_.readers = 2;
  if (options_.writers == 0) options_.writers = 4;
  options_.url = engine == Engine::sqlite ? make_sqlite(name_, schema) : make_postgres(name_, schema);
  database_ = database::Database::open(options_);
}

TestDatabase::~TestDatabase() {
  database_.reset();
  if (engine_ == Engine::sqlite) {
    remove_sqlite(sqlite_path(name_));
  } else {
    cluster().abandon(name_);
  }
}

void TestDatabase::reopen() {
  database_.reset();
  database_ = database::Database::open(options_);
}

}  // namespace guanxi
