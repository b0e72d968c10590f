package cn.zhigong.training.promotion;

import cn.zhigong.platform.event.EventHandlers;
import cn.zhigong.platform.event.ReceivedEvent;
import jakarta.inject.Singleton;

/** Takes final results from the competition service. */
@Singleton
class ResultIntake implements EventHandlers {

    private final Promoting promoting;

    ResultIntake(Promoting promoting) {
        this.promoting = promoting;
    }

    @Override
    public void register(Registry registry) {
        registry.on("cn.zhigong.competition.result-final.v1", ContestResult.class, this::take);
    }

    private void take(ReceivedEvent event, ContestResult result) {
        promoting.open(result);
    }
}
