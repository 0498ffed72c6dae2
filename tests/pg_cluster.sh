#!/usr/bin/env bash
# A PostgreSQL cluster for the tests, thrown away after them.
#   tests/pg_cluster.sh start DIR [SETTING…]   makes and starts it in DIR (empty or not there yet), prints its URI;
#                                              settings are lines of postgresql.conf: "work_mem = 16MB"
#   tests/pg_cluster.sh stop DIR               stops it; DIR stays and is the caller's to remove
# Making and dropping a database costs about 15 ms under /dev/shm and 150 ms on a disk: each test does both.
set -euo pipefail

usage() {
  sed -n '2,6s/^# \{0,1\}//p' "$0" >&2
  exit 2
}
[ $# -ge 2 ] || usage
command=$1
dir=$(realpath -m -- "$2")
settings=("${@:3}")
data=$dir/data

# Debian keeps the server's programs out of PATH, one directory per major version; take the newest.
find_programs() {
  if command -v initdb >/dev/null; then
    dirname "$(command -v initdb)"
    return
  fi
  local found
  found=$(printf '%s\n' /usr/lib/postgresql/*/bin/initdb | sort -V | tail -n 1)
  [ -x "$found" ] || { echo "pg_cluster: no PostgreSQL server is installed" >&2; exit 1; }
  dirname "$found"
}
programs=$(find_programs)

# The server refuses to run as root.
as_owner() {
  if [ "$(id -u)" -eq 0 ]; then
    (cd / && runuser -u postgres -- "$@")
  else
    "$@"
  fi
}

free_port() {
  local port
  for _ in $(seq 50); do
    port=$((20000 + RANDOM % 12000))
    # A port is free when nobody answers there.
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      echo "$port"
      return
    fi
  done
  echo "pg_cluster: no free port" >&2
  exit 1
}

prepare_dir() {
  mkdir -p "$dir"
  chmod 755 "$dir"
  [ "$(id -u)" -ne 0 ] || chown postgres "$dir"
  as_owner test -w "$dir" || {
    echo "pg_cluster: $(as_owner id -un) cannot write in $dir; is a directory above it closed?" >&2
    exit 1
  }
}

configure() {
  as_owner tee -a "$data/postgresql.conf" >/dev/null <<CONF
listen_addresses = '127.0.0.1'
unix_socket_directories = ''
max_connections = 300
fsync = on
shared_buffers = 128MB
max_wal_size = 2GB
autovacuum_naptime = 10min
$(printf '%s\n' "${settings[@]}")
CONF
}

start() {
  prepare_dir
  as_owner "$programs/initdb" --pgdata="$data" --username=guanxi --auth=trust --encoding=UTF8 --locale=C \
    --no-instructions >"$dir/initdb.log" 2>&1 || { cat "$dir/initdb.log" >&2; exit 1; }
  configure
  # Somebody may take the port between the look and the start, so try a few.
  local port
  for _ in 1 2 3 4 5; do
    port=$(free_port)
    if as_owner "$programs/pg_ctl" start --silent --wait --pgdata="$data" --log="$dir/server.log" \
      --options="-p $port" >/dev/null 2>&1; then
      echo "postgresql://guanxi@127.0.0.1:$port/postgres"
      return
    fi
  done
  cat "$dir/server.log" >&2
  exit 1
}

stop() {
  [ -d "$data" ] || return 0
  as_owner "$programs/pg_ctl" status --pgdata="$data" >/dev/null 2>&1 || return 0
  # Nothing in it is worth the wait for a last checkpoint.
  as_owner "$programs/pg_ctl" stop --silent --wait --mode=immediate --pgdata="$data"
}

case $command in
  start) start ;;
  stop) stop ;;
  *) usage ;;
esac
