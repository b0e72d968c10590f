package cn.zhigong.platform.testing;

import cn.zhigong.platform.event.DomainEvent;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.lang.reflect.Array;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/** The records that are published as events. */
final class EventRecords {

    private EventRecords() {}

    static List<Class<? extends DomainEvent>> in(JavaClasses classes) {
        return classes.stream()
                .filter(one -> one.isRecord() && one.isAssignableTo(DomainEvent.class))
                .sorted(Comparator.comparing(JavaClass::getName))
                .<Class<? extends DomainEvent>>map(one -> named(one.getName()))
                .toList();
    }

    /** By the loader of the running test, which is the service's: so its beans and these are of the same classes. */
    private static Class<? extends DomainEvent> named(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader())
                    .asSubclass(DomainEvent.class);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An event without content, which knows its type all the same. */
    static DomainEvent blank(Class<? extends DomainEvent> record) {
        var types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        var values = Arrays.stream(types)
                .map(type -> Array.get(Array.newInstance(type, 1), 0))
                .toArray();
        try {
            var constructor = record.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(record.getName(), e);
        }
    }
}
