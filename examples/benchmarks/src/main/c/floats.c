// Kernels of probabilities, by hand: vectors as wide as the machine's, of the compiler's vector
// types, and intrinsics where those have no word for it. All but the threshold's return the Dice
// loss of their sums. To be compiled without -ffast-math, which would undo the rounding in e^x.
#include <math.h>
#include <stdint.h>
#if defined(__AVX2__)
#include <immintrin.h>
#endif

#if defined(__AVX512BW__) && defined(__AVX512VL__)
#define WIDE 1
#define VECTOR_BYTES 64
#elif defined(__AVX2__)
#define VECTOR_BYTES 32
#else
#define VECTOR_BYTES 16
#endif

#define LANES (VECTOR_BYTES / 4)
#define INLINE static inline __attribute__((always_inline))

typedef float Floats __attribute__((vector_size(VECTOR_BYTES)));
typedef int32_t Ints __attribute__((vector_size(VECTOR_BYTES)));
typedef double Doubles __attribute__((vector_size(VECTOR_BYTES)));
// The same in arrays, where they start anywhere.
typedef Floats FloatsInMemory __attribute__((aligned(4), may_alias));
typedef Doubles DoublesInMemory __attribute__((aligned(8), may_alias));

// Floats are added up in lanes for so many pixels, then in doubles.
enum { BLOCK = 4096, WORD = 64, CLASSES = 4 };

typedef struct {
  double intersection, prediction, truth;
} Sums;

// How the truth of 64 pixels is read: as bits, the first the lowest.
typedef uint64_t TruthWord(const void *truth, int64_t from);

INLINE Floats load(const float *from) { return *(const FloatsInMemory *)from; }

INLINE void store(float *to, Floats values) { *(FloatsInMemory *)to = values; }

INLINE Floats all(float value) { return value - (Floats){0}; }

INLINE double total(Floats lanes) {
  double sum = 0;
  for (int lane = 0; lane < LANES; lane++) sum += lanes[lane];
  return sum;
}

INLINE int64_t smaller(int64_t a, int64_t b) { return a < b ? a : b; }

// The larger one; b if either is NaN.
INLINE Floats larger(Floats a, Floats b) {
#if defined(WIDE)
  return _mm512_max_ps(a, b);
#elif defined(__AVX2__)
  return _mm256_max_ps(a, b);
#else
  Ints above = a > b;
  return (Floats)((above & (Ints)a) | (~above & (Ints)b));
#endif
}

// The values of the pixels whose bits are set, from a bit on; 0 for the others.
INLINE Floats only(uint64_t word, int bit, Floats values) {
#if defined(WIDE)
  return _mm512_maskz_mov_ps((__mmask16)(word >> bit), values);
#else
  Ints bits;
  for (int lane = 0; lane < LANES; lane++) bits[lane] = 1 << lane;
  Ints chosen = ((int32_t)(word >> bit) & bits) == bits;
  return (Floats)(chosen & (Ints)values);
#endif
}

INLINE Floats add_only(Floats sum, uint64_t word, int bit, Floats values) {
#if defined(WIDE)
  return _mm512_mask_add_ps(sum, (__mmask16)(word >> bit), sum, values);
#else
  return sum + only(word, bit, values);
#endif
}

INLINE uint64_t bits_word(const void *truth, int64_t from) {
  return ((const uint64_t *)truth)[from / WORD];
}

INLINE uint64_t label_word(const int8_t *labels, int8_t label) {
#if defined(WIDE)
  return _mm512_cmpeq_epi8_mask(_mm512_loadu_si512(labels), _mm512_set1_epi8(label));
#elif defined(__AVX2__)
  __m256i wanted = _mm256_set1_epi8(label);
  __m256i low = _mm256_loadu_si256((const __m256i *)labels);
  __m256i high = _mm256_loadu_si256((const __m256i *)(labels + 32));
  return (uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(low, wanted))
      | (uint64_t)(uint32_t)_mm256_movemask_epi8(_mm256_cmpeq_epi8(high, wanted)) << 32;
#else
  uint64_t word = 0;
  for (int i = 0; i < WORD; i++) word |= (uint64_t)(labels[i] == label) << i;
  return word;
#endif
}

INLINE uint64_t labels_word(const void *truth, int64_t from) {
  return label_word((const int8_t *)truth + from, 1);
}

// e^x for |x| up to 87, as 2^n e^r with r = x - n ln 2.
INLINE Floats exponential(Floats x) {
  const float round = 0x1.8p23f + 127;
  Floats rounded = x * 1.442695f + round;
  Floats n = rounded - round;
  Floats r = x - n * 0.6931472f;
  r = r + n * 1.9046542e-9f;
  Floats power = r * 0.0013814471f + 0.008368779f;
  power = power * r + 0.041668393f;
  power = power * r + 0.1666652f;
  power = power * r + 0.49999994f;
  power = power * r + 1;
  power = power * r + 1;
  return power * (Floats)((Ints)rounded << 23);
}

INLINE Floats sigmoid(Floats x) {
  // The negated smaller one is the larger of the negated; NaN stays.
  Floats negated = larger(all(-87), -larger(all(-87), x));
  return 1 / (1 + exponential(negated));
}

static float sigmoid_of(float x) { return 1 / (1 + expf(-x)); }

static const double SMOOTHING = 1e-5;

static double dice_loss(Sums s) {
  return 1 - (2 * s.intersection + SMOOTHING) / (s.prediction + s.truth + SMOOTHING);
}

// The derivatives of the loss by I and P.
static void derivatives(Sums s, float *by_intersection, float *by_prediction) {
  double sum = s.prediction + s.truth + SMOOTHING;
  *by_intersection = (float)(-2 / sum);
  *by_prediction = (float)((2 * s.intersection + SMOOTHING) / (sum * sum));
}

static Sums sums_of_floats(const float *p, const float *t, int64_t n) {
  enum { STEP = 4 * LANES };
  Sums sums = {0};
  int64_t i = 0;
  while (i + STEP <= n) {
    int64_t end = smaller(n - STEP, i + BLOCK - STEP);
    Floats both[4] = {0}, first[4] = {0}, second[4] = {0};
    for (; i <= end; i += STEP) {
#pragma GCC unroll 4
      for (int k = 0; k < 4; k++) {
        Floats pk = load(p + i + k * LANES), tk = load(t + i + k * LANES);
        both[k] += pk * tk;
        first[k] += pk;
        second[k] += tk;
      }
    }
    sums.intersection += total((both[0] + both[1]) + (both[2] + both[3]));
    sums.prediction += total((first[0] + first[1]) + (first[2] + first[3]));
    sums.truth += total((second[0] + second[1]) + (second[2] + second[3]));
  }
  for (; i < n; i++) {
    sums.intersection += (double)p[i] * t[i];
    sums.prediction += p[i];
    sums.truth += t[i];
  }
  return sums;
}

double soft_floats(const float *p, const float *t, int64_t n) {
  return dice_loss(sums_of_floats(p, t, n));
}

double gradient_floats(const float *p, const float *t, int64_t n, float *gradient) {
  Sums sums = sums_of_floats(p, t, n);
  float a, b;
  derivatives(sums, &a, &b);
  int64_t i = 0;
  for (; i + LANES <= n; i += LANES) store(gradient + i, load(t + i) * a + b);
  for (; i < n; i++) gradient[i] = t[i] * a + b;
  return dice_loss(sums);
}

double soft_doubles(const double *p, const double *t, int64_t n) {
  enum { DOUBLE_LANES = LANES / 2, STEP = 4 * DOUBLE_LANES };
  Sums sums = {0};
  Doubles both[4] = {0}, first[4] = {0}, second[4] = {0};
  int64_t i = 0;
  for (; i + STEP <= n; i += STEP) {
#pragma GCC unroll 4
    for (int k = 0; k < 4; k++) {
      Doubles pk = *(const DoublesInMemory *)(p + i + k * DOUBLE_LANES);
      Doubles tk = *(const DoublesInMemory *)(t + i + k * DOUBLE_LANES);
      both[k] += pk * tk;
      first[k] += pk;
      second[k] += tk;
    }
  }
  for (int k = 0; k < 4; k++) {
    for (int lane = 0; lane < DOUBLE_LANES; lane++) {
      sums.intersection += both[k][lane];
      sums.prediction += first[k][lane];
      sums.truth += second[k][lane];
    }
  }
  for (; i < n; i++) {
    sums.intersection += p[i] * t[i];
    sums.prediction += p[i];
    sums.truth += t[i];
  }
  return dice_loss(sums);
}

INLINE int truth_at(TruthWord *word_of, const void *truth, int64_t i) {
  return word_of == bits_word ? (int)(((const uint64_t *)truth)[i / WORD] >> i % WORD & 1)
                              : ((const int8_t *)truth)[i] == 1;
}

// Sums against a truth of bits or labels; writes the probabilities where there is room for them.
INLINE Sums sums_against(const float *values, const void *truth, int64_t n, TruthWord *word_of,
    int logits, float *probabilities) {
  Sums sums = {0};
  int64_t i = 0, true_pixels = 0;
  while (i + WORD <= n) {
    int64_t end = smaller(n - WORD, i + BLOCK - WORD);
    Floats both[4] = {0}, first[4] = {0};
    for (; i <= end; i += WORD) {
      uint64_t word = word_of(truth, i);
      true_pixels += __builtin_popcountll(word);
#pragma GCC unroll 16
      for (int k = 0; k < WORD / LANES; k++) {
        Floats p = load(values + i + k * LANES);
        if (logits) p = sigmoid(p);
        if (probabilities) store(probabilities + i + k * LANES, p);
        both[k % 4] = add_only(both[k % 4], word, k * LANES, p);
        first[k % 4] += p;
      }
    }
    sums.intersection += total((both[0] + both[1]) + (both[2] + both[3]));
    sums.prediction += total((first[0] + first[1]) + (first[2] + first[3]));
  }
  for (; i < n; i++) {
    float p = logits ? sigmoid_of(values[i]) : values[i];
    if (probabilities) probabilities[i] = p;
    int t = truth_at(word_of, truth, i);
    sums.intersection += t ? p : 0;
    sums.prediction += p;
    true_pixels += t;
  }
  sums.truth = true_pixels;
  return sums;
}

double soft_floats_bits(const float *p, const uint64_t *truth, int64_t n) {
  return dice_loss(sums_against(p, truth, n, bits_word, 0, 0));
}

double soft_floats_labels(const float *p, const int8_t *truth, int64_t n) {
  return dice_loss(sums_against(p, truth, n, labels_word, 0, 0));
}

double sigmoid_bits(const float *logits, const uint64_t *truth, int64_t n) {
  return dice_loss(sums_against(logits, truth, n, bits_word, 1, 0));
}

double sigmoid_labels(const float *logits, const int8_t *truth, int64_t n) {
  return dice_loss(sums_against(logits, truth, n, labels_word, 1, 0));
}

// The probabilities wait in the gradient's place for the derivatives.
INLINE double sigmoid_gradient(const float *logits, const void *truth, int64_t n,
    TruthWord *word_of, float *gradient) {
  Sums sums = sums_against(logits, truth, n, word_of, 1, gradient);
  float a, b;
  derivatives(sums, &a, &b);
  int64_t i = 0;
  for (; i + WORD <= n; i += WORD) {
    uint64_t word = word_of(truth, i);
#pragma GCC unroll 16
    for (int k = 0; k < WORD / LANES; k++) {
      Floats p = load(gradient + i + k * LANES);
      Floats by_probability = add_only(all(b), word, k * LANES, all(a));
      store(gradient + i + k * LANES, p * (1 - p) * by_probability);
    }
  }
  for (; i < n; i++) {
    float p = gradient[i];
    gradient[i] = p * (1 - p) * (truth_at(word_of, truth, i) ? a + b : b);
  }
  return dice_loss(sums);
}

double sigmoid_gradient_bits(
    const float *logits, const uint64_t *truth, int64_t n, float *gradient) {
  return sigmoid_gradient(logits, truth, n, bits_word, gradient);
}

double sigmoid_gradient_labels(
    const float *logits, const int8_t *truth, int64_t n, float *gradient) {
  return sigmoid_gradient(logits, truth, n, labels_word, gradient);
}

INLINE uint64_t above_word(const float *values, float threshold) {
#if defined(WIDE)
  uint64_t word = 0;
#pragma GCC unroll 4
  for (int k = 0; k < 4; k++) {
    __mmask16 above = _mm512_cmp_ps_mask(load(values + k * LANES), all(threshold), _CMP_GT_OQ);
    word |= (uint64_t)above << (k * LANES);
  }
  return word;
#elif defined(__AVX2__)
  uint64_t word = 0;
#pragma GCC unroll 8
  for (int k = 0; k < 8; k++) {
    __m256 above = _mm256_cmp_ps(load(values + k * LANES), all(threshold), _CMP_GT_OQ);
    word |= (uint64_t)(uint32_t)_mm256_movemask_ps(above) << (k * LANES);
  }
  return word;
#else
  uint64_t word = 0;
  for (int i = 0; i < WORD; i++) word |= (uint64_t)(values[i] > threshold) << i;
  return word;
#endif
}

// The Dice coefficient of the pixels above 1/2.
double threshold_bits(const float *p, const uint64_t *truth, int64_t n) {
  int64_t both = 0, first = 0, second = 0, i = 0;
  for (; i + WORD <= n; i += WORD) {
    uint64_t predicted = above_word(p + i, 0.5f), actual = truth[i / WORD];
    both += __builtin_popcountll(predicted & actual);
    first += __builtin_popcountll(predicted);
    second += __builtin_popcountll(actual);
  }
  for (; i < n; i++) {
    int predicted = p[i] > 0.5f, actual = truth_at(bits_word, truth, i);
    both += predicted & actual;
    first += predicted;
    second += actual;
  }
  return first + second == 0 ? 1 : 2.0 * both / (first + second);
}

// A softmax of the logits of all classes, which lie n apart, at one vector of pixels.
INLINE void softmax(const float *logits, int64_t n, Floats *p) {
  Floats largest = load(logits);
  for (int c = 1; c < CLASSES; c++) largest = larger(largest, load(logits + c * n));
  Floats sum = {0};
  for (int c = 0; c < CLASSES; c++) {
    p[c] = exponential(larger(all(-87), load(logits + c * n) - largest));
    sum += p[c];
  }
  Floats inverse = 1 / sum;
  for (int c = 0; c < CLASSES; c++) p[c] *= inverse;
}

static void softmax_of(const float *logits, int64_t n, float *p) {
  float largest = logits[0], sum = 0;
  for (int c = 1; c < CLASSES; c++) largest = fmaxf(largest, logits[c * n]);
  for (int c = 0; c < CLASSES; c++) sum += p[c] = expf(logits[c * n] - largest);
  for (int c = 0; c < CLASSES; c++) p[c] /= sum;
}

// The sums of each class; writes the probabilities where there is room for them.
INLINE void softmax_sums(
    const float *logits, const int8_t *labels, int64_t n, Sums *sums, float *probabilities) {
  for (int c = 0; c < CLASSES; c++) sums[c] = (Sums){0};
  int64_t i = 0;
  while (i + WORD <= n) {
    int64_t end = smaller(n - WORD, i + BLOCK - WORD);
    Floats both[CLASSES] = {0}, first[CLASSES] = {0};
    int64_t truth[CLASSES] = {0};
    for (; i <= end; i += WORD) {
      uint64_t words[CLASSES];
#pragma GCC unroll 4
      for (int c = 0; c < CLASSES; c++) {
        words[c] = label_word(labels + i, (int8_t)c);
        truth[c] += __builtin_popcountll(words[c]);
      }
      for (int k = 0; k < WORD / LANES; k++) {
        Floats p[CLASSES];
        softmax(logits + i + k * LANES, n, p);
#pragma GCC unroll 4
        for (int c = 0; c < CLASSES; c++) {
          both[c] = add_only(both[c], words[c], k * LANES, p[c]);
          first[c] += p[c];
          if (probabilities) store(probabilities + c * n + i + k * LANES, p[c]);
        }
      }
    }
    for (int c = 0; c < CLASSES; c++) {
      sums[c].intersection += total(both[c]);
      sums[c].prediction += total(first[c]);
      sums[c].truth += truth[c];
    }
  }
  for (; i < n; i++) {
    float p[CLASSES];
    softmax_of(logits + i, n, p);
    for (int c = 0; c < CLASSES; c++) {
      sums[c].intersection += labels[i] == c ? p[c] : 0;
      sums[c].prediction += p[c];
      sums[c].truth += labels[i] == c;
      if (probabilities) probabilities[c * n + i] = p[c];
    }
  }
}

static double mean_loss(const Sums *sums) {
  double loss = 0;
  for (int c = 0; c < CLASSES; c++) loss += dice_loss(sums[c]);
  return loss / CLASSES;
}

double softmax_labels(const float *logits, const int8_t *labels, int64_t n) {
  Sums sums[CLASSES];
  softmax_sums(logits, labels, n, sums, 0);
  return mean_loss(sums);
}

double softmax_gradient_labels(
    const float *logits, const int8_t *labels, int64_t n, float *gradient) {
  Sums sums[CLASSES];
  softmax_sums(logits, labels, n, sums, gradient);
  float a[CLASSES], b[CLASSES];
  for (int c = 0; c < CLASSES; c++) {
    derivatives(sums[c], &a[c], &b[c]);
    a[c] /= CLASSES;
    b[c] /= CLASSES;
  }
  int64_t i = 0;
  for (; i + WORD <= n; i += WORD) {
    uint64_t words[CLASSES];
#pragma GCC unroll 4
    for (int c = 0; c < CLASSES; c++) words[c] = label_word(labels + i, (int8_t)c);
    for (int k = 0; k < WORD / LANES; k++) {
      Floats p[CLASSES], slope[CLASSES], mean = {0};
      for (int c = 0; c < CLASSES; c++) {
        p[c] = load(gradient + c * n + i + k * LANES);
        slope[c] = add_only(all(b[c]), words[c], k * LANES, all(a[c]));
        mean += p[c] * slope[c];
      }
      for (int c = 0; c < CLASSES; c++) {
        store(gradient + c * n + i + k * LANES, p[c] * (slope[c] - mean));
      }
    }
  }
  for (; i < n; i++) {
    float mean = 0;
    for (int c = 0; c < CLASSES; c++) {
      mean += gradient[c * n + i] * (labels[i] == c ? a[c] + b[c] : b[c]);
    }
    for (int c = 0; c < CLASSES; c++) {
      gradient[c * n + i] *= (labels[i] == c ? a[c] + b[c] : b[c]) - mean;
    }
  }
  return mean_loss(sums);
}
