#include "served.h"

#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdio>
#include <stdexcept>

namespace guanxi::bench {

Served::Served(const std::string& program, const std::string& url) {
  int ends[2];
  if (pipe(ends) != 0) throw std::runtime_error("no pipe");
  pid_ = fork();
  if (pid_ == 0) {
    prctl(PR_SET_PDEATHSIG, SIGTERM);  // a benchmark that is killed leaves no server behind
    dup2(ends[1], STDOUT_FILENO);
    close(ends[0]);
    execl(program.c_str(), program.c_str(), "serve", "--database", url.c_str(), static_cast<char*>(nullptr));
    _exit(127);
  }
  close(ends[1]);
  // "Guanxi 关系 serves http://127.0.0.1:40123". The pipe stays open: the server may have more to say.
  FILE* out = fdopen(ends[0], "r");
  char line[500];
  const bool read = fgets(line, sizeof line, out) != nullptr;
  const std::string said = read ? line : "";
  const auto colon = said.rfind(':');
  if (colon == std::string::npos) throw std::runtime_error("the server did not start: " + program);
  port_ = static_cast<std::uint16_t>(std::stoi(said.substr(colon + 1)));
}

Served::~Served() {
  kill(pid_, SIGTERM);
  waitpid(pid_, nullptr, 0);
}

}  // namespace guanxi::bench
