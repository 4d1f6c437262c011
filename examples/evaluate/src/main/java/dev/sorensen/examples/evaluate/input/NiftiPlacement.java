package dev.sorensen.examples.evaluate.input;

import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * What a NIfTI header says about where its voxels lie, as nifti1.h has it: by an affine matrix, or
 * else by a rotation, or not at all.
 *
 * @param fields the header
 * @param at where in it they are
 */
record NiftiPlacement(ByteBuffer fields, At at) {

  /** Where the fields begin in a version of the format, and how wide their numbers are. */
  private record At(
      int qform,
      int sform,
      int quaternion,
      int offsets,
      int rows,
      int steps,
      int units,
      boolean isWide) {}

  private static final At IN_1 = new At(252, 254, 256, 268, 280, 76, 123, false);
  private static final At IN_2 = new At(344, 348, 352, 376, 400, 104, 500, true);

  /** Returns that of a NIfTI-1 header; empty if it says nothing, or nothing that makes sense. */
  static Optional<Placement> ofNifti1(ByteBuffer fields) {
    return new NiftiPlacement(fields, IN_1).find();
  }

  /** Returns that of a NIfTI-2 header; empty if it says nothing, or nothing that makes sense. */
  static Optional<Placement> ofNifti2(ByteBuffer fields) {
    return new NiftiPlacement(fields, IN_2).find();
  }

  private Optional<Placement> find() {
    if (code(at.sform) > 0) {
      return Placement.ofAffine(row(0), row(1), row(2));
    }
    return code(at.qform) > 0 ? rotated() : Optional.empty();
  }

  private int code(int field) {
    return at.isWide ? fields.getInt(field) : fields.getShort(field);
  }

  private double number(int field, int index) {
    return at.isWide
        ? fields.getDouble(field + Double.BYTES * index)
        : fields.getFloat(field + Float.BYTES * index);
  }

  private double[] row(int index) {
    double[] row = new double[4];
    for (int i = 0; i < row.length; i++) {
      row[i] = millimetres() * number(at.rows, 4 * index + i);
    }
    return row;
  }

  /** How many mm a unit of length is; files that say none mean mm. */
  private double millimetres() {
    int units = at.isWide ? fields.getInt(at.units) : fields.get(at.units);
    return switch (units & 7) {
      case 1 -> 1000;
      case 3 -> 0.001;
      default -> 1;
    };
  }

  private Optional<Placement> rotated() {
    double b = number(at.quaternion, 0);
    double c = number(at.quaternion, 1);
    double d = number(at.quaternion, 2);
    double a = Math.sqrt(Math.max(0, 1 - (b * b + c * c + d * d)));
    double[][] rotation = {
      {a * a + b * b - c * c - d * d, 2 * (b * c - a * d), 2 * (b * d + a * c)},
      {2 * (b * c + a * d), a * a + c * c - b * b - d * d, 2 * (c * d - a * b)},
      {2 * (b * d - a * c), 2 * (c * d + a * b), a * a + d * d - b * b - c * c}
    };
    double[][] rows = new double[3][4];
    for (int row = 0; row < rows.length; row++) {
      for (int column = 0; column < 3; column++) {
        rows[row][column] = rotation[row][column] * millimetres() * number(at.steps, column + 1);
      }
      // The first of the steps is the handedness.
      rows[row][2] *= number(at.steps, 0) < 0 ? -1 : 1;
      rows[row][3] = millimetres() * number(at.offsets, row);
    }
    return Placement.ofAffine(rows[0], rows[1], rows[2]);
  }
}
