#include "platform/mail/message.h"

#include <unicode/ucnv.h>
#include <unicode/unistr.h>

#include <algorithm>

#include "platform/mail/gmime.h"
#include "platform/text/utf8.h"

namespace guanxi::mail {
namespace {

constexpr int kMostParts = 100;

std::string in_small_letters(std::string_view text) {
  std::string small(text);
  std::ranges::transform(small, small.begin(), [](unsigned char c) { return std::tolower(c); });
  return small;
}

/// How often headers open a part with parts in it. The library follows them into each other; it is kept from
/// going deep by not being asked to.
int nested_parts(std::string_view raw) {
  const auto small = in_small_letters(raw);
  int count = 0;
  for (const std::string_view mark : {"multipart/", "message/rfc822"}) {
    for (auto at = small.find(mark); at != small.npos && count <= kMostParts; at = small.find(mark, at + 1))
      ++count;
  }
  return count;
}

bool starts_like_a_document(std::string_view raw) {
  if (raw.starts_with("\xEF\xBB\xBF")) raw.remove_prefix(3);
  const auto first = raw.find_first_not_of(" \t\r\n");
  return first != raw.npos && raw[first] == '<';
}

std::string convert(std::string_view bytes, const char* charset) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UConverter, void (*)(UConverter*)> converter(ucnv_open(charset, &error), ucnv_close);
  if (U_FAILURE(error)) return std::string(bytes);
  const icu::UnicodeString wide(bytes.data(), static_cast<std::int32_t>(bytes.size()), converter.get(),
                                error);
  std::string text;
  if (U_FAILURE(error)) return std::string(bytes);
  wide.toUTF8String(text);
  return text;
}

std::string in_utf8(std::string bytes, const char* charset) {
  if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return convert(bytes, "utf-16");
  if (charset == nullptr) return bytes;
  const auto name = in_small_letters(charset);
  // Its letters are those of ASCII, so it would pass for UTF-8.
  if (name.starts_with("utf-16")) return convert(bytes, name.c_str());
  const bool says_nothing = name == "us-ascii" || name == "ascii" || name == "iso-8859-1" || name == "utf-8";
  if (says_nothing || text::is_utf8(bytes)) return bytes;
  // GB2312 and GBK are parts of it, and whoever names them often writes more.
  if (name == "gb2312" || name == "gbk") return convert(bytes, "gb18030");
  return convert(bytes, name.c_str());
}

class Reader {
 public:
  Message read(std::string_view raw) {
    const Held<GMimeStream> stream(g_mime_stream_mem_new_with_buffer(raw.data(), raw.size()));
    const Held<GMimeParser> parser(g_mime_parser_new_with_stream(stream.get()));
    const Held<GMimeMessage> message(g_mime_parser_construct_message(parser.get(), nullptr));
    if (!message) return {};
    const char* id = g_mime_message_get_message_id(message.get());
    if (id != nullptr) message_.id = id;
    follow(g_mime_message_get_mime_part(message.get()), 0);
    return std::move(message_);
  }

 private:
  void follow(GMimeObject* object, int alternative) {
    if (object == nullptr || message_.parts.size() >= kMostParts) return;
    if (GMIME_IS_MULTIPART(object)) {
      follow_parts(GMIME_MULTIPART(object), alternative);
    } else if (GMIME_IS_MESSAGE_PART(object)) {
      auto* inner = g_mime_message_part_get_message(GMIME_MESSAGE_PART(object));
      if (inner != nullptr) follow(g_mime_message_get_mime_part(inner), alternative);
    } else if (GMIME_IS_PART(object)) {
      add(object, alternative);
    }
  }

  void follow_parts(GMimeMultipart* parts, int alternative) {
    auto* type = g_mime_object_get_content_type(GMIME_OBJECT(parts));
    const bool same = g_mime_content_type_is_type(type, "multipart", "alternative") != FALSE;
    const int within = alternative != 0 ? alternative : same ? ++alternatives_ : 0;
    const int count = g_mime_multipart_get_count(parts);
    for (int i = 0; i < count; ++i) follow(g_mime_multipart_get_part(parts, i), within);
  }

  void add(GMimeObject* object, int alternative) {
    auto* type = g_mime_object_get_content_type(object);
    for (const char* media : {"image", "audio", "video"}) {
      if (g_mime_content_type_is_type(type, media, "*") != FALSE) return;
    }
    auto* content = g_mime_part_get_content(GMIME_PART(object));
    if (content == nullptr) return;
    const Held<GMimeStream> decoded(g_mime_stream_mem_new());
    g_mime_data_wrapper_write_to_stream(content, decoded.get());
    const auto* bytes = g_mime_stream_mem_get_byte_array(GMIME_STREAM_MEM(decoded.get()));
    std::string text(reinterpret_cast<const char*>(bytes->data), bytes->len);
    message_.parts.push_back(
        {in_utf8(std::move(text), g_mime_object_get_content_type_parameter(object, "charset")), alternative});
  }

  Message message_;
  int alternatives_ = 0;
};

}  // namespace

std::expected<Message, Fault> read_message(std::string_view raw) {
  if (raw.size() > kMostBytes) return std::unexpected(Fault::too_large);
  if (starts_like_a_document(raw)) return Message{"", {{in_utf8(std::string(raw), nullptr), 0}}};
  if (nested_parts(raw) > kMostParts) return std::unexpected(Fault::too_deep);
  start_library();
  return Reader().read(raw);
}

}  // namespace guanxi::mail
