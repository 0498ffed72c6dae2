// libFuzzer's way into the reader of mail; tests/fuzz/run.sh builds and runs it.
#include <cstdint>
#include <sstream>

#include "platform/mail/mailbox.h"
#include "platform/mail/message.h"
#include "prospects/adf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::istringstream in(std::string(reinterpret_cast<const char*>(data), size));
  guanxi::mail::MboxReader box(in);
  while (const auto raw = box.next()) {
    const auto message = guanxi::mail::read_message(*raw);
    if (!message) continue;
    for (const auto& part : message->parts) guanxi::prospects::parse_adf(part.text);
  }
  return 0;
}
