// SPDX-License-Identifier: Apache-2.0
// The columns of a large graph are filled once, from front to end: with pages of 4 KiB the system is asked for memory a
// hundred thousand times while a million relations load, which takes longer than reading them. Large pieces ask for
// large pages. Part of the program alone: who uses the engine decides for themselves.
#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace {

constexpr std::size_t large_page = std::size_t{2} << 20;
constexpr std::size_t large_piece = 2 * large_page;

void* large_memory(std::size_t size) {
  void* memory = std::aligned_alloc(large_page, (size + large_page - 1) / large_page * large_page);
  if (memory) ::madvise(memory, size, MADV_HUGEPAGE);  // a wish: without it all works as well
  return memory;
}

}  // namespace

void* operator new(std::size_t size) {
  for (;;) {
    void* memory = size < large_piece ? std::malloc(size == 0 ? 1 : size) : large_memory(size);
    if (memory) return memory;
    const std::new_handler handler = std::get_new_handler();
    if (!handler) throw std::bad_alloc();
    handler();
  }
}

void operator delete(void* memory) noexcept { std::free(memory); }
void operator delete(void* memory, std::size_t) noexcept { std::free(memory); }
