// libFuzzer's way into the reader of ADF; tests/fuzz/run.sh builds and runs it.
#include <cstdint>

#include "prospects/adf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto leads = guanxi::prospects::parse_adf({reinterpret_cast<const char*>(data), size});
  if (leads && leads->empty()) __builtin_trap();  // no prospect is a fault, not an empty list
  return 0;
}
