#!/usr/bin/env bash
# Fuzzes the readers of ADF and of mail with libFuzzer, AddressSanitizer and UndefinedBehaviorSanitizer, beginning
# with the samples in tests/fuzz/adf and tests/fuzz/mail.
#   tests/fuzz/run.sh [SECONDS]     each; 60 when nothing is said; what makes one fail is kept in build/fuzz
set -euo pipefail
cd "$(dirname "$0")/../.."
seconds=${1:-60}
command -v clang++-19 >/dev/null && [ -n "$(find /usr/lib/llvm-19 -name "libclang_rt.fuzzer*.a" -print -quit 2>/dev/null)" ] || {
  sudo=$([ "$(id -u)" -eq 0 ] || echo sudo)
  $sudo apt-get install -y -q clang-19 libclang-rt-19-dev >&2
}
sources="server/prospects/adf.cpp server/platform/tables/decoding.cpp server/platform/text/utf8.cpp
  server/platform/clock/clock.cpp server/platform/clock/days.cpp server/platform/clock/instants.cpp"
mail_sources="server/platform/mail/message.cpp server/platform/mail/mailbox.cpp"
for reader in adf mail; do
  mkdir -p "build/fuzz/corpus-$reader"
  cp -n "tests/fuzz/$reader/"* "build/fuzz/corpus-$reader/"
  # shellcheck disable=SC2086,SC2046
  clang++-19 -std=c++2b -O1 -g -fsanitize=fuzzer,address,undefined -Iserver "tests/fuzz/${reader}_fuzz.cpp" \
    $sources $([ $reader = mail ] && echo $mail_sources && pkg-config --cflags --libs gmime-3.0) \
    -lpugixml -licuuc -licui18n -lcctz -o "build/fuzz/$reader"
  "build/fuzz/$reader" -max_total_time="$seconds" -max_len=20000 -timeout=5 -artifact_prefix=build/fuzz/ \
    "build/fuzz/corpus-$reader"
done
