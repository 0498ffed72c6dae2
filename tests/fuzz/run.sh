#!/usr/bin/env bash
# Fuzzes the reader of ADF with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, beginning with the
# documents in tests/fuzz/adf.
#   tests/fuzz/run.sh [SECONDS]     60 when nothing is said; what makes it fail is kept in build/fuzz
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
command -v clang++-19 >/dev/null && [ -n "$(find /usr/lib/llvm-19 -name "libclang_rt.fuzzer*.a" -print -quit 2>/dev/null)" ] || {
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get install -y -q clang-19 libclang-rt-19-dev >&2
}
mkdir -p build/fuzz/corpus
cp -n tests/fuzz/adf/* build/fuzz/corpus/
clang++-19 -std=c++2b -O1 -g -fsanitize=fuzzer,address,undefined -Iserver tests/fuzz/adf_fuzz.cpp \
  server/prospects/adf.cpp server/platform/tables/decoding.cpp server/platform/text/utf8.cpp \
  server/platform/clock/clock.cpp server/platform/clock/days.cpp server/platform/clock/instants.cpp -lpugixml -licuuc -licui18n -lcctz -o build/fuzz/adf
build/fuzz/adf -max_total_time="$seconds" -max_len=20000 -timeout=5 -artifact_prefix=build/fuzz/ build/fuzz/corpus
