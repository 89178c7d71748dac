package app.caravel.workspace;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.LayoutBase;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.FixedWindowRollingPolicy;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeBasedTriggeringPolicy;
import ch.qos.logback.core.util.FileSize;
import org.slf4j.LoggerFactory;
import org.slf4j.bridge.SLF4JBridgeHandler;

/**
 * {@code logs/caravel.log} in the home: five files of 2 MB, addresses cut to their first letter. The file and what writes
 * it are made with the first record, so that a verb with nothing to say does not pay for them.
 */
public final class LogFile extends Handler {

    private static final Pattern ADDRESS = Pattern.compile("([\\p{L}\\p{N}])[\\p{L}\\p{N}.!#$%&*+/=?^_`|~-]*@(?=[\\p{L}\\p{N}])");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS", Locale.ROOT).withZone(ZoneId.systemDefault());

    private final Home home;
    private final SLF4JBridgeHandler bridge = new SLF4JBridgeHandler();
    private boolean open;

    private LogFile(Home home) {
        this.home = home;
        setLevel(Level.INFO);
    }

    /** Sends what this process logs to the home's file, and to no console. */
    public static void start(Home home) {
        var root = Logger.getLogger("");
        for (var handler : root.getHandlers()) {
            root.removeHandler(handler);
            handler.close();
        }
        root.addHandler(new LogFile(home));
    }

    /** Addresses in a text cut as in the log, for a report that a person copies. */
    public static String shortened(String text) {
        return ADDRESS.matcher(text).replaceAll("$1~@");
    }

    @Override
    public synchronized void publish(LogRecord record) {
        if (!isLoggable(record) || !Files.isDirectory(home.folder())) {
            return; // a home that is not there is not made for its log
        }
        if (!open) {
            open = true;
            attach();
        }
        bridge.publish(record);
    }

    private void attach() {
        var context = (LoggerContext) LoggerFactory.getILoggerFactory();
        var appender = new RollingFileAppender<ILoggingEvent>();
        appender.setContext(context);
        appender.setFile(home.logs().resolve("caravel.log").toString());
        var encoder = new LayoutWrappingEncoder<ILoggingEvent>();
        encoder.setContext(context);
        encoder.setCharset(StandardCharsets.UTF_8);
        encoder.setLayout(new Line());
        encoder.start();
        var names = new FixedWindowRollingPolicy();
        names.setContext(context);
        names.setParent(appender);
        names.setFileNamePattern(home.logs().resolve("caravel.%i.log").toString());
        names.setMinIndex(1);
        names.setMaxIndex(4);
        names.start();
        var size = new SizeBasedTriggeringPolicy<ILoggingEvent>();
        size.setContext(context);
        size.setMaxFileSize(FileSize.valueOf("2MB"));
        size.start();
        appender.setEncoder(encoder);
        appender.setRollingPolicy(names);
        appender.setTriggeringPolicy(size);
        appender.start();
        var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        root.addAppender(appender);
        context.getLogger("app.caravel").setLevel(ch.qos.logback.classic.Level.INFO);
    }

    private static final class Line extends LayoutBase<ILoggingEvent> {
        @Override
        public String doLayout(ILoggingEvent event) {
            var line = TIME.format(event.getInstant()) + " " + event.getLevel() + " " + event.getLoggerName() + ": " + event.getFormattedMessage() + "\n";
            var error = event.getThrowableProxy();
            return shortened(error == null ? line : line + ThrowableProxyUtil.asString(error) + "\n");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
