package dev.sorensen.examples.evaluate;

import dev.sorensen.examples.evaluate.cases.Case;
import dev.sorensen.examples.evaluate.cases.CaseList;
import dev.sorensen.examples.evaluate.cases.PairsFile;
import dev.sorensen.examples.evaluate.cases.Source;
import dev.sorensen.examples.evaluate.input.InputException;
import dev.sorensen.examples.evaluate.input.Phantom;
import dev.sorensen.examples.evaluate.mask.SoftMask;
import dev.sorensen.examples.evaluate.report.CsvReport;
import dev.sorensen.examples.evaluate.report.HtmlReport;
import dev.sorensen.examples.evaluate.report.JsonReport;
import dev.sorensen.examples.evaluate.report.Report;
import dev.sorensen.examples.evaluate.report.ReportFiles;
import dev.sorensen.examples.evaluate.report.SummaryReport;
import dev.sorensen.examples.evaluate.score.Evaluation;
import dev.sorensen.examples.evaluate.score.Extra;
import dev.sorensen.examples.evaluate.score.Outcome;
import dev.sorensen.examples.evaluate.score.Settings;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * The command {@code evaluate PREDICTION TRUTH}: prints how predicted segmentations overlap with
 * the true ones. Without files it scores a phantom.
 */
@Command(
    name = "evaluate",
    description = {
      "Scores predicted segmentations against the true ones: Dice, Jaccard, precision, recall and"
          + " voxel counts of the foreground and of each label.",
      "PREDICTION and TRUTH are two files, two folders with files of the same names, or JSON files"
          + " of COCO. Files may be NIfTI, NRRD, DICOM SEG, PNG or TIFF, also compressed by gzip,"
          + " and both need not be of one kind.",
      "Without files it scores a phantom."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:all cases were scored",
      "1:some were not, had no partner, or could not be written",
      "2:none was, or the arguments are wrong"
    })
public final class Evaluate implements Callable<Integer> {

  private static final int SOME_FAILED = 1;
  private static final int BAD_INPUT = CommandLine.ExitCode.USAGE;

  private static final String HOW_TO =
      """

      This was a phantom. To score your own files:
        mvn -q -Prun package -Dargs="pred.nii.gz truth.nii.gz"
      """;

  private static final String VERIFIED =
      """

      Verified: the reference counts the same, in every case that was scored.
      """;

  /** The two paths: both or neither. */
  private static final class PathPair {

    @Parameters(index = "0", paramLabel = "PREDICTION", description = "a file or a folder")
    private Path prediction;

    @Parameters(index = "1", paramLabel = "TRUTH", description = "a file or a folder")
    private Path truth;
  }

  /** What to score. */
  private static final class Input {

    @ArgGroup(exclusive = false)
    private PathPair paths;

    @Option(
        names = "--pairs",
        paramLabel = "FILE",
        description = "a CSV file with columns prediction and truth, and case if you like")
    private Path pairs;
  }

  @ArgGroup(multiplicity = "0..1")
  private Input input;

  @Option(
      names = {"-j", "--jobs"},
      defaultValue = "1",
      description = "how many cases are read and scored at a time; ${DEFAULT-VALUE} by default")
  private int jobs;

  @Option(
      names = "--threshold",
      paramLabel = "PROBABILITY",
      defaultValue = "" + SoftMask.THRESHOLD,
      description = "probabilities above it are foreground; ${DEFAULT-VALUE} by default")
  private double threshold;

  @Option(
      names = "--min-score",
      paramLabel = "SCORE",
      defaultValue = "-Infinity",
      description = "leave out objects of COCO results with a lower score")
  private double leastScore;

  @Option(
      names = "--csv",
      paramLabel = "FILE",
      description = "write a row for each case and label to a file")
  private Path csv;

  @Option(names = "--json", paramLabel = "FILE", description = "write everything to a file")
  private Path json;

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description = "write a page to look at: tables, distributions, and where cases differ")
  private Path html;

  @Option(
      names = "--verify",
      description =
          "count again by the reference, which reads voxel by voxel, and fail a case that has other"
              + " counts; slow")
  private boolean verify;

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "print this and exit")
  private boolean help;

  @Spec private CommandSpec spec;

  /** Creates the command. */
  public Evaluate() {}

  /**
   * Runs the command and exits.
   *
   * @param args the files
   */
  public static void main(String[] args) {
    System.exit(new CommandLine(new Evaluate()).execute(args));
  }

  @Override
  public Integer call() throws InterruptedException {
    PrintWriter err = spec.commandLine().getErr();
    if (jobs < 1) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--jobs is " + jobs + ", expected 1 or more");
    }
    if (Double.isNaN(threshold)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--threshold is NaN, expected a number");
    }
    if (Double.isNaN(leastScore)) {
      throw new CommandLine.ParameterException(
          spec.commandLine(), "--min-score is NaN, expected a number");
    }
    ReportFiles reports = reports();
    CaseList found;
    try {
      // Before hours of scoring, not after.
      reports.check();
      found = find();
      reports.check(inputs(found));
    } catch (InputException e) {
      err.println("evaluate: " + e.getMessage());
      return BAD_INPUT;
    } catch (OutOfMemoryError e) {
      err.println("evaluate: " + Evaluation.OUT_OF_MEMORY);
      return BAD_INPUT;
    }
    found.leftOut().forEach(line -> err.println("evaluate: note: " + line));
    found.unmatched().forEach(line -> err.println("evaluate: " + line));
    List<Outcome> outcomes;
    try (Progress progress = Progress.of(found.cases().size(), err)) {
      outcomes =
          Evaluation.run(found.cases(), new Settings(jobs, threshold, extras()), progress::done);
    }
    for (Outcome outcome : outcomes) {
      outcome.problem().ifPresent(problem -> err.println("evaluate: " + problem));
      outcome
          .scored()
          .flatMap(Outcome.Scored::warning)
          .ifPresent(warning -> err.println("evaluate: warning: " + warning));
    }
    List<String> unwritten = reports.write(outcomes);
    unwritten.forEach(line -> err.println("evaluate: " + line));
    err.flush();
    long scored = outcomes.stream().filter(outcome -> outcome.scored().isPresent()).count();
    if (scored == 0) {
      return BAD_INPUT;
    }
    print(outcomes);
    boolean isWhole =
        unwritten.isEmpty() && scored == outcomes.size() && found.unmatched().isEmpty();
    return isWhole ? CommandLine.ExitCode.OK : SOME_FAILED;
  }

  private Set<Extra> extras() {
    Set<Extra> extras = EnumSet.noneOf(Extra.class);
    if (html != null) {
      extras.add(Extra.DETAILS);
    }
    if (verify) {
      extras.add(Extra.VERIFICATION);
    }
    return extras;
  }

  private CaseList find() throws InputException {
    if (input == null) {
      return CaseList.of(
          List.of(
              new Case(
                  "phantom",
                  new Source("phantom, shifted", Phantom::prediction),
                  new Source("phantom", Phantom::truth))));
    }
    return input.pairs != null
        ? PairsFile.read(input.pairs)
        : CaseList.find(input.paths.prediction, input.paths.truth, leastScore);
  }

  private Set<Path> inputs(CaseList found) {
    Set<Path> inputs = new HashSet<>(found.files());
    if (input != null && input.pairs != null) {
      inputs.add(input.pairs);
    }
    return inputs;
  }

  private ReportFiles reports() {
    ReportFiles reports = new ReportFiles();
    if (csv != null) {
      reports.add(csv, CsvReport::write);
    }
    if (json != null) {
      reports.add(json, JsonReport::write);
    }
    if (html != null) {
      reports.add(html, HtmlReport::write);
    }
    return reports;
  }

  private void print(List<Outcome> outcomes) {
    PrintWriter out = spec.commandLine().getOut();
    if (outcomes.size() > 1) {
      out.print(SummaryReport.of(outcomes));
    } else {
      Outcome only = outcomes.getFirst();
      Outcome.Scored scored = only.scored().orElseThrow();
      out.printf(
          "prediction  %s (%s, %s)%n",
          only.prediction(), scored.shape(), scored.prediction().type());
      out.printf(
          "truth       %s (%s, %s)%n%n", only.truth(), scored.shape(), scored.truth().type());
      out.print(Report.of(scored.scores(), threshold));
    }
    if (verify) {
      out.print(VERIFIED);
    }
    if (input == null) {
      out.print(HOW_TO);
    }
    out.flush();
  }
}
