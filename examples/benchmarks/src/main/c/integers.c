/* What C makes of the integer kernels: plain loops for the compiler to vectorise, and intrinsics
   where the machine has them. */

#include <stdint.h>
#include <string.h>

#if defined(__AVX2__) || defined(__AVX512F__)
#include <immintrin.h>
#endif

/* ---- results ---- */

static double dice(int64_t intersection, int64_t sum) {
  return 2.0 * (double)intersection / (double)sum;
}

/* The F-score that weighs recall twice: it needs both sums. */
static double f2(int64_t intersection, int64_t a, int64_t b) {
  return 5.0 * (double)intersection / (4.0 * (double)b + (double)a);
}

/* The mean over the classes that occur, from the pixels of each class in both, in a and in b. */
static double mean_dice(const int64_t *both, const int64_t *in_a, const int64_t *in_b,
                        int32_t classes) {
  double sum = 0;
  int32_t occurring = 0;
  for (int32_t k = 0; k < classes; k++) {
    if (in_a[k] + in_b[k] > 0) {
      sum += dice(both[k], in_a[k] + in_b[k]);
      occurring++;
    }
  }
  return sum / occurring;
}

enum { MOST_CLASSES = 256 };

static double mean_dice_of_table(const int64_t *table, int32_t classes) {
  int64_t both[MOST_CLASSES] = {0}, in_a[MOST_CLASSES] = {0}, in_b[MOST_CLASSES] = {0};
  for (int32_t j = 0; j < classes; j++) {
    for (int32_t k = 0; k < classes; k++) {
      int64_t pixels = table[j * classes + k];
      in_a[j] += pixels;
      in_b[k] += pixels;
    }
    both[j] = table[j * classes + j];
  }
  return mean_dice(both, in_a, in_b, classes);
}

/* ---- plain loops ---- */

double bits_dice_plain(const uint64_t *a, const uint64_t *b, int64_t words) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

double bits_f2_plain(const uint64_t *a, const uint64_t *b, int64_t words) {
  int64_t intersection = 0, sum_a = 0, sum_b = 0;
  for (int64_t i = 0; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum_a += __builtin_popcountll(a[i]);
    sum_b += __builtin_popcountll(b[i]);
  }
  return f2(intersection, sum_a, sum_b);
}

double bytes_dice_plain(const uint8_t *a, const uint8_t *b, int64_t pixels) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i++) {
    int in_a = a[i] != 0, in_b = b[i] != 0;
    intersection += in_a & in_b;
    sum += in_a + in_b;
  }
  return dice(intersection, sum);
}

double bytes_label_plain(const uint8_t *a, const uint8_t *b, int64_t pixels, int32_t label) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i++) {
    int in_a = a[i] == label, in_b = b[i] == label;
    intersection += in_a & in_b;
    sum += in_a + in_b;
  }
  return dice(intersection, sum);
}

double shorts_label_plain(const uint16_t *a, const uint16_t *b, int64_t pixels, int32_t label) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i++) {
    int in_a = a[i] == label, in_b = b[i] == label;
    intersection += in_a & in_b;
    sum += in_a + in_b;
  }
  return dice(intersection, sum);
}

/* ---- label maps: a joint histogram ---- */

/* Four tables, so that equal pixels one after another do not wait for each other. */
double labels_histogram(const uint8_t *a, const uint8_t *b, int64_t pixels, int32_t classes) {
  static _Thread_local uint32_t tables[4][MOST_CLASSES * MOST_CLASSES];
  static _Thread_local int64_t table[MOST_CLASSES * MOST_CLASSES];
  int64_t cells = (int64_t)classes * classes;
  for (int t = 0; t < 4; t++) {
    memset(tables[t], 0, cells * sizeof(uint32_t));
  }
  int64_t i = 0;
  for (; i + 8 <= pixels; i += 8) {
    uint64_t x, y;
    memcpy(&x, a + i, 8);
    memcpy(&y, b + i, 8);
    for (int k = 0; k < 8; k++) {
      tables[k & 3][(x >> (8 * k) & 255) * classes + (y >> (8 * k) & 255)]++;
    }
  }
  for (; i < pixels; i++) {
    tables[0][a[i] * classes + b[i]]++;
  }
  for (int64_t c = 0; c < cells; c++) {
    table[c] = (int64_t)tables[0][c] + tables[1][c] + tables[2][c] + tables[3][c];
  }
  return mean_dice_of_table(table, classes);
}

/* ---- runs, as the counts of COCO: background first, alternating ---- */

typedef struct {
  int64_t intersection, union_;
} areas;

/* Takes the smaller of what is left of both runs, again and again, as COCO's mask API does. */
static areas merge(const uint32_t *a, int64_t na, const uint32_t *b, int64_t nb) {
  areas result = {0, 0};
  uint32_t left_a = a[0], left_b = b[0];
  int64_t i = 1, j = 1;
  int in_a = 0, in_b = 0;
  int more = 1;
  while (more) {
    uint32_t step = left_a < left_b ? left_a : left_b;
    if (in_a || in_b) {
      result.union_ += step;
      if (in_a && in_b) {
        result.intersection += step;
      }
    }
    more = 0;
    left_a -= step;
    if (!left_a && i < na) {
      left_a = a[i++];
      in_a = !in_a;
    }
    more |= left_a > 0;
    left_b -= step;
    if (!left_b && j < nb) {
      left_b = b[j++];
      in_b = !in_b;
    }
    more |= left_b > 0;
  }
  return result;
}

double runs_dice_merge(const uint32_t *a, int64_t na, const uint32_t *b, int64_t nb) {
  areas both = merge(a, na, b, nb);
  return dice(both.intersection, both.intersection + both.union_);
}

typedef struct {
  int64_t left, top, right, bottom;
} box;

/* Runs go down the columns. A run that goes on into the next column touches top and bottom. */
static box bounding_box(const uint32_t *counts, int64_t n, int64_t height) {
  box result = {INT64_MAX, INT64_MAX, -1, -1};
  int64_t position = 0;
  for (int64_t i = 0; i < n; i++) {
    if ((i & 1) && counts[i]) {
      int64_t last = position + counts[i] - 1;
      int64_t x0 = position / height, x1 = last / height;
      int64_t y0 = x0 < x1 ? 0 : position % height;
      int64_t y1 = x0 < x1 ? height - 1 : last % height;
      result.left = x0 < result.left ? x0 : result.left;
      result.right = x1 > result.right ? x1 : result.right;
      result.top = y0 < result.top ? y0 : result.top;
      result.bottom = y1 > result.bottom ? y1 : result.bottom;
    }
    position += counts[i];
  }
  return result;
}

static int apart(box p, box q) {
  return p.right < q.left || q.right < p.left || p.bottom < q.top || q.bottom < p.top;
}

enum { MOST_MASKS = 1024 };

/* The sum of the IoU of all pairs; masks lie one after another, mask m from offsets[m] on. Pairs
   whose boxes lie apart are not merged. Returns a negative number for too many masks. */
double runs_pairwise_merge(const uint32_t *a, const int64_t *offsets_a, int64_t masks_a,
                           const uint32_t *b, const int64_t *offsets_b, int64_t masks_b,
                           int64_t height, double *ious) {
  box boxes_a[MOST_MASKS], boxes_b[MOST_MASKS];
  if (masks_a > MOST_MASKS || masks_b > MOST_MASKS) {
    return -1;
  }
  for (int64_t i = 0; i < masks_a; i++) {
    boxes_a[i] = bounding_box(a + offsets_a[i], offsets_a[i + 1] - offsets_a[i], height);
  }
  for (int64_t j = 0; j < masks_b; j++) {
    boxes_b[j] = bounding_box(b + offsets_b[j], offsets_b[j + 1] - offsets_b[j], height);
  }
  double sum = 0;
  for (int64_t i = 0; i < masks_a; i++) {
    for (int64_t j = 0; j < masks_b; j++) {
      double iou = 0;
      if (!apart(boxes_a[i], boxes_b[j])) {
        areas both = merge(a + offsets_a[i], offsets_a[i + 1] - offsets_a[i], b + offsets_b[j],
                           offsets_b[j + 1] - offsets_b[j]);
        iou = (double)both.intersection / (double)both.union_;
      }
      ious[i * masks_b + j] = iou;
      sum += iou;
    }
  }
  return sum;
}

#ifdef __AVX2__

/* ---- AVX2 ---- */

static inline __m256i load(const void *p) { return _mm256_loadu_si256((const __m256i *)p); }

static inline int64_t sum_lanes(__m256i v) {
  int64_t lanes[4];
  _mm256_storeu_si256((__m256i *)lanes, v);
  return lanes[0] + lanes[1] + lanes[2] + lanes[3];
}

/* Popcounts of the four 64-bit lanes, by a table of nibbles. */
static inline __m256i popcount_lanes(__m256i v) {
  const __m256i table = _mm256_setr_epi8(0, 1, 1, 2, 1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4, 0, 1, 1, 2,
                                         1, 2, 2, 3, 1, 2, 2, 3, 2, 3, 3, 4);
  const __m256i low = _mm256_set1_epi8(15);
  __m256i bytes =
      _mm256_add_epi8(_mm256_shuffle_epi8(table, _mm256_and_si256(v, low)),
                      _mm256_shuffle_epi8(table, _mm256_and_si256(_mm256_srli_epi64(v, 4), low)));
  return _mm256_sad_epu8(bytes, _mm256_setzero_si256());
}

/* A full adder of bits: what stays at this weight, and what is carried to the next. */
static inline __m256i carry(__m256i *sum, __m256i x, __m256i y) {
  __m256i half = _mm256_xor_si256(*sum, x);
  __m256i carried = _mm256_or_si256(_mm256_and_si256(*sum, x), _mm256_and_si256(half, y));
  *sum = _mm256_xor_si256(half, y);
  return carried;
}

typedef struct {
  __m256i ones, twos, fours, eights_count;
} counter;

static inline counter empty_counter(void) {
  __m256i zero = _mm256_setzero_si256();
  return (counter){zero, zero, zero, zero};
}

/* Eight vectors are counted with one popcount. */
static inline void count8(counter *c, const __m256i v[8]) {
  __m256i twos0 = carry(&c->ones, v[0], v[1]);
  __m256i twos1 = carry(&c->ones, v[2], v[3]);
  __m256i fours0 = carry(&c->twos, twos0, twos1);
  twos0 = carry(&c->ones, v[4], v[5]);
  twos1 = carry(&c->ones, v[6], v[7]);
  __m256i fours1 = carry(&c->twos, twos0, twos1);
  __m256i eights = carry(&c->fours, fours0, fours1);
  c->eights_count = _mm256_add_epi64(c->eights_count, popcount_lanes(eights));
}

static inline int64_t total(const counter *c) {
  return 8 * sum_lanes(c->eights_count) + 4 * sum_lanes(popcount_lanes(c->fours)) +
         2 * sum_lanes(popcount_lanes(c->twos)) + sum_lanes(popcount_lanes(c->ones));
}

/* |A| + |B| = |A and B| + |A or B|: two streams, not three. */
double bits_dice_harley_seal(const uint64_t *a, const uint64_t *b, int64_t words) {
  counter both = empty_counter(), either = empty_counter();
  int64_t i = 0;
  for (; i + 32 <= words; i += 32) {
    __m256i ands[8], ors[8];
    for (int k = 0; k < 8; k++) {
      __m256i x = load(a + i + 4 * k), y = load(b + i + 4 * k);
      ands[k] = _mm256_and_si256(x, y);
      ors[k] = _mm256_or_si256(x, y);
    }
    count8(&both, ands);
    count8(&either, ors);
  }
  int64_t intersection = total(&both), sum = intersection + total(&either);
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

double bits_f2_harley_seal(const uint64_t *a, const uint64_t *b, int64_t words) {
  counter both = empty_counter(), in_a = empty_counter(), in_b = empty_counter();
  int64_t i = 0;
  for (; i + 32 <= words; i += 32) {
    __m256i xs[8], ys[8], ands[8];
    for (int k = 0; k < 8; k++) {
      xs[k] = load(a + i + 4 * k);
      ys[k] = load(b + i + 4 * k);
      ands[k] = _mm256_and_si256(xs[k], ys[k]);
    }
    count8(&both, ands);
    count8(&in_a, xs);
    count8(&in_b, ys);
  }
  int64_t intersection = total(&both), sum_a = total(&in_a), sum_b = total(&in_b);
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum_a += __builtin_popcountll(a[i]);
    sum_b += __builtin_popcountll(b[i]);
  }
  return f2(intersection, sum_a, sum_b);
}

/* Bytes count up to 255 before they are widened. */
enum { BYTE_STEPS = 127 };

double bytes_dice_avx2(const uint8_t *a, const uint8_t *b, int64_t pixels) {
  const __m256i zero = _mm256_setzero_si256(), one = _mm256_set1_epi8(1);
  __m256i both = zero, all = zero;
  int64_t i = 0;
  while (i + 64 <= pixels) {
    __m256i block_both = zero, block_all = zero;
    /* Two bytes are added to each lane of block_all in a step. */
    int64_t end = i + 32 * (BYTE_STEPS - 1);
    end = end + 32 <= pixels ? end : pixels - 32;
    for (; i <= end; i += 32) {
      __m256i x = _mm256_min_epu8(load(a + i), one), y = _mm256_min_epu8(load(b + i), one);
      block_both = _mm256_add_epi8(block_both, _mm256_and_si256(x, y));
      block_all = _mm256_add_epi8(block_all, _mm256_add_epi8(x, y));
    }
    both = _mm256_add_epi64(both, _mm256_sad_epu8(block_both, zero));
    all = _mm256_add_epi64(all, _mm256_sad_epu8(block_all, zero));
  }
  int64_t intersection = sum_lanes(both), sum = sum_lanes(all);
  for (; i < pixels; i++) {
    intersection += a[i] && b[i];
    sum += (a[i] != 0) + (b[i] != 0);
  }
  return dice(intersection, sum);
}

double bytes_label_avx2(const uint8_t *a, const uint8_t *b, int64_t pixels, int32_t label) {
  const __m256i zero = _mm256_setzero_si256(), wanted = _mm256_set1_epi8((char)label);
  __m256i both = zero, all = zero;
  int64_t i = 0;
  while (i + 64 <= pixels) {
    __m256i block_both = zero, block_all = zero;
    int64_t end = i + 32 * (BYTE_STEPS - 1);
    end = end + 32 <= pixels ? end : pixels - 32;
    for (; i <= end; i += 32) {
      __m256i x = _mm256_cmpeq_epi8(load(a + i), wanted);
      __m256i y = _mm256_cmpeq_epi8(load(b + i), wanted);
      block_both = _mm256_sub_epi8(block_both, _mm256_and_si256(x, y));
      block_all = _mm256_sub_epi8(block_all, _mm256_add_epi8(x, y));
    }
    both = _mm256_add_epi64(both, _mm256_sad_epu8(block_both, zero));
    all = _mm256_add_epi64(all, _mm256_sad_epu8(block_all, zero));
  }
  int64_t intersection = sum_lanes(both), sum = sum_lanes(all);
  for (; i < pixels; i++) {
    intersection += a[i] == label && b[i] == label;
    sum += (a[i] == label) + (b[i] == label);
  }
  return dice(intersection, sum);
}

double shorts_label_avx2(const uint16_t *a, const uint16_t *b, int64_t pixels, int32_t label) {
  enum { STEPS = 16000 };
  const __m256i zero = _mm256_setzero_si256(), ones = _mm256_set1_epi16(1);
  const __m256i wanted = _mm256_set1_epi16((short)label);
  int64_t intersection = 0, sum = 0, i = 0;
  while (i + 32 <= pixels) {
    __m256i block_both = zero, block_all = zero;
    int64_t end = i + 16 * (STEPS - 1);
    end = end + 16 <= pixels ? end : pixels - 16;
    for (; i <= end; i += 16) {
      __m256i x = _mm256_cmpeq_epi16(load(a + i), wanted);
      __m256i y = _mm256_cmpeq_epi16(load(b + i), wanted);
      block_both = _mm256_sub_epi16(block_both, _mm256_and_si256(x, y));
      block_all = _mm256_sub_epi16(block_all, _mm256_add_epi16(x, y));
    }
    int32_t lanes[8];
    _mm256_storeu_si256((__m256i *)lanes, _mm256_madd_epi16(block_both, ones));
    for (int k = 0; k < 8; k++) {
      intersection += lanes[k];
    }
    _mm256_storeu_si256((__m256i *)lanes, _mm256_madd_epi16(block_all, ones));
    for (int k = 0; k < 8; k++) {
      sum += lanes[k];
    }
  }
  for (; i < pixels; i++) {
    intersection += a[i] == label && b[i] == label;
    sum += (a[i] == label) + (b[i] == label);
  }
  return dice(intersection, sum);
}

/* ---- label maps by AVX2 ---- */

static void count_rest(const uint8_t *a, const uint8_t *b, int64_t from, int64_t to, int64_t *both,
                       int64_t *in_a, int64_t *in_b) {
  for (int64_t i = from; i < to; i++) {
    in_a[a[i]]++;
    in_b[b[i]]++;
    both[a[i]] += a[i] == b[i];
  }
}

/* One class after another over a block that stays in the first cache. */
double labels_compare_avx2(const uint8_t *a, const uint8_t *b, int64_t pixels, int32_t classes) {
  enum { VECTORS = 252 };
  const __m256i zero = _mm256_setzero_si256();
  int64_t both[MOST_CLASSES] = {0}, in_a[MOST_CLASSES] = {0}, in_b[MOST_CLASSES] = {0};
  int64_t i = 0;
  while (i + 32 <= pixels) {
    int64_t vectors = (pixels - i) / 32 < VECTORS ? (pixels - i) / 32 : VECTORS;
    for (int32_t k = 0; k < classes; k++) {
      __m256i wanted = _mm256_set1_epi8((char)k), n = zero, na = zero, nb = zero;
      for (int64_t v = 0; v < vectors; v++) {
        __m256i x = _mm256_cmpeq_epi8(load(a + i + 32 * v), wanted);
        __m256i y = _mm256_cmpeq_epi8(load(b + i + 32 * v), wanted);
        na = _mm256_sub_epi8(na, x);
        nb = _mm256_sub_epi8(nb, y);
        n = _mm256_sub_epi8(n, _mm256_and_si256(x, y));
      }
      both[k] += sum_lanes(_mm256_sad_epu8(n, zero));
      in_a[k] += sum_lanes(_mm256_sad_epu8(na, zero));
      in_b[k] += sum_lanes(_mm256_sad_epu8(nb, zero));
    }
    i += 32 * vectors;
  }
  count_rest(a, b, i, pixels, both, in_a, in_b);
  return mean_dice(both, in_a, in_b, classes);
}

static inline uint32_t changes32(const uint8_t *p) {
  return ~(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(load(p), load(p - 1)));
}

/* Pairs of labels are counted by the run: only where a label changes is there anything to do. */
double labels_boundaries_avx2(const uint8_t *a, const uint8_t *b, int64_t pixels,
                              int32_t classes) {
  static _Thread_local int64_t table[MOST_CLASSES * MOST_CLASSES];
  memset(table, 0, (size_t)classes * classes * sizeof(int64_t));
  int64_t start = 0, i = 1;
  for (; i + 64 <= pixels; i += 64) {
    uint32_t low = changes32(a + i) | changes32(b + i);
    uint32_t high = changes32(a + i + 32) | changes32(b + i + 32);
    uint64_t changes = low | (uint64_t)high << 32;
    while (changes) {
      int64_t at = i + __builtin_ctzll(changes);
      table[a[start] * classes + b[start]] += at - start;
      start = at;
      changes &= changes - 1;
    }
  }
  for (; i < pixels; i++) {
    if (a[i] != a[i - 1] || b[i] != b[i - 1]) {
      table[a[start] * classes + b[start]] += i - start;
      start = i;
    }
  }
  table[a[start] * classes + b[start]] += pixels - start;
  return mean_dice_of_table(table, classes);
}

#endif

#ifdef __AVX512VPOPCNTDQ__

/* ---- AVX-512 ---- */

double bits_dice_avx512(const uint64_t *a, const uint64_t *b, int64_t words) {
  __m512i both[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  __m512i either[2] = {_mm512_setzero_si512(), _mm512_setzero_si512()};
  int64_t i = 0;
  for (; i + 16 <= words; i += 16) {
    for (int k = 0; k < 2; k++) {
      __m512i x = _mm512_loadu_si512(a + i + 8 * k), y = _mm512_loadu_si512(b + i + 8 * k);
      both[k] = _mm512_add_epi64(both[k], _mm512_popcnt_epi64(_mm512_and_si512(x, y)));
      either[k] = _mm512_add_epi64(either[k], _mm512_popcnt_epi64(_mm512_or_si512(x, y)));
    }
  }
  int64_t intersection = _mm512_reduce_add_epi64(_mm512_add_epi64(both[0], both[1]));
  int64_t sum = intersection + _mm512_reduce_add_epi64(_mm512_add_epi64(either[0], either[1]));
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum += __builtin_popcountll(a[i]) + __builtin_popcountll(b[i]);
  }
  return dice(intersection, sum);
}

double bits_f2_avx512(const uint64_t *a, const uint64_t *b, int64_t words) {
  __m512i both = _mm512_setzero_si512(), in_a = both, in_b = both;
  int64_t i = 0;
  for (; i + 8 <= words; i += 8) {
    __m512i x = _mm512_loadu_si512(a + i), y = _mm512_loadu_si512(b + i);
    both = _mm512_add_epi64(both, _mm512_popcnt_epi64(_mm512_and_si512(x, y)));
    in_a = _mm512_add_epi64(in_a, _mm512_popcnt_epi64(x));
    in_b = _mm512_add_epi64(in_b, _mm512_popcnt_epi64(y));
  }
  int64_t intersection = _mm512_reduce_add_epi64(both);
  int64_t sum_a = _mm512_reduce_add_epi64(in_a), sum_b = _mm512_reduce_add_epi64(in_b);
  for (; i < words; i++) {
    intersection += __builtin_popcountll(a[i] & b[i]);
    sum_a += __builtin_popcountll(a[i]);
    sum_b += __builtin_popcountll(b[i]);
  }
  return f2(intersection, sum_a, sum_b);
}

#endif

#ifdef __AVX512BW__

/* The last lanes are loaded under a mask, so there is no scalar rest. */
static inline __mmask64 lanes64(int64_t rest) {
  return rest >= 64 ? ~(__mmask64)0 : ((__mmask64)1 << rest) - 1;
}

double bytes_dice_avx512(const uint8_t *a, const uint8_t *b, int64_t pixels) {
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i += 64) {
    __mmask64 lanes = lanes64(pixels - i);
    __m512i x = _mm512_maskz_loadu_epi8(lanes, a + i), y = _mm512_maskz_loadu_epi8(lanes, b + i);
    uint64_t in_a = _mm512_test_epi8_mask(x, x), in_b = _mm512_test_epi8_mask(y, y);
    intersection += __builtin_popcountll(in_a & in_b);
    sum += __builtin_popcountll(in_a) + __builtin_popcountll(in_b);
  }
  return dice(intersection, sum);
}

double bytes_label_avx512(const uint8_t *a, const uint8_t *b, int64_t pixels, int32_t label) {
  const __m512i wanted = _mm512_set1_epi8((char)label);
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i += 64) {
    __mmask64 lanes = lanes64(pixels - i);
    uint64_t in_a =
        _mm512_mask_cmpeq_epi8_mask(lanes, _mm512_maskz_loadu_epi8(lanes, a + i), wanted);
    uint64_t in_b =
        _mm512_mask_cmpeq_epi8_mask(lanes, _mm512_maskz_loadu_epi8(lanes, b + i), wanted);
    intersection += __builtin_popcountll(in_a & in_b);
    sum += __builtin_popcountll(in_a) + __builtin_popcountll(in_b);
  }
  return dice(intersection, sum);
}

double shorts_label_avx512(const uint16_t *a, const uint16_t *b, int64_t pixels, int32_t label) {
  const __m512i wanted = _mm512_set1_epi16((short)label);
  int64_t intersection = 0, sum = 0;
  for (int64_t i = 0; i < pixels; i += 32) {
    __mmask32 lanes = (__mmask32)lanes64(pixels - i);
    uint32_t in_a =
        _mm512_mask_cmpeq_epi16_mask(lanes, _mm512_maskz_loadu_epi16(lanes, a + i), wanted);
    uint32_t in_b =
        _mm512_mask_cmpeq_epi16_mask(lanes, _mm512_maskz_loadu_epi16(lanes, b + i), wanted);
    intersection += __builtin_popcount(in_a & in_b);
    sum += __builtin_popcount(in_a) + __builtin_popcount(in_b);
  }
  return dice(intersection, sum);
}

double labels_compare_avx512(const uint8_t *a, const uint8_t *b, int64_t pixels,
                             int32_t classes) {
  enum { BLOCK = 8192 };
  int64_t both[MOST_CLASSES] = {0}, in_a[MOST_CLASSES] = {0}, in_b[MOST_CLASSES] = {0};
  for (int64_t from = 0; from < pixels; from += BLOCK) {
    int64_t to = from + BLOCK < pixels ? from + BLOCK : pixels;
    for (int32_t k = 0; k < classes; k++) {
      const __m512i wanted = _mm512_set1_epi8((char)k);
      int64_t n = 0, na = 0, nb = 0;
      for (int64_t i = from; i < to; i += 64) {
        __mmask64 lanes = lanes64(to - i);
        uint64_t x =
            _mm512_mask_cmpeq_epi8_mask(lanes, _mm512_maskz_loadu_epi8(lanes, a + i), wanted);
        uint64_t y =
            _mm512_mask_cmpeq_epi8_mask(lanes, _mm512_maskz_loadu_epi8(lanes, b + i), wanted);
        n += __builtin_popcountll(x & y);
        na += __builtin_popcountll(x);
        nb += __builtin_popcountll(y);
      }
      both[k] += n;
      in_a[k] += na;
      in_b[k] += nb;
    }
  }
  return mean_dice(both, in_a, in_b, classes);
}

#endif
